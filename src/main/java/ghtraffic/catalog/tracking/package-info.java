/** Starting and stopping to track repositories, how often each is collected, and finding one by name. */
@NullMarked
package ghtraffic.catalog.tracking;

import org.jspecify.annotations.NullMarked;
