/**
 * A database that was taken over from the Python application: what came with it, and that nothing is collected by itself before an
 * administrator has looked at that. {@code CollectionHold} answers whether collecting waits.
 */
@NullMarked
package ghtraffic.takeover;

import org.jspecify.annotations.NullMarked;
