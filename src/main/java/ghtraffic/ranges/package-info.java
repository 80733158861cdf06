/**
 * Which days: today, presets, intervals, comparison periods, and the range that a page shows. All days are UTC days.
 */
@NullMarked
package ghtraffic.ranges;

import org.jspecify.annotations.NullMarked;
