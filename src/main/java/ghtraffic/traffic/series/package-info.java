/**
 * Views and clones of a range as series, sums and comparisons. A day without traffic (0), a partial day and a day that was not
 * collected (nothing) stay distinguishable. Unique visitors are never added up.
 */
@NullMarked
package ghtraffic.traffic.series;

import org.jspecify.annotations.NullMarked;
