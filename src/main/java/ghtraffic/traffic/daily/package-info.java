/**
 * Views and clones of days and weeks, as GitHub reported them. A stored value never shrinks: the window of GitHub is cut at both
 * ends, so the right value of a day is the largest that GitHub ever reported. Sums of calendar periods are derived from the days.
 */
@NullMarked
package ghtraffic.traffic.daily;

import org.jspecify.annotations.NullMarked;
