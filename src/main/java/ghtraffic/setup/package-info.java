/** The first setup with its code, and the landing page. */
@NullMarked
package ghtraffic.setup;

import org.jspecify.annotations.NullMarked;
