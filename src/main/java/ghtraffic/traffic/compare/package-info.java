/** Compares several repositories in one chart and one table. */
@NullMarked
package ghtraffic.traffic.compare;

import org.jspecify.annotations.NullMarked;
