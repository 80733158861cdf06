/** All repositories that a viewer may see at a glance: the overview page and the list in the API. */
@NullMarked
package ghtraffic.overview;

import org.jspecify.annotations.NullMarked;
