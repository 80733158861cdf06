/** Notes that users write on days, and the markers of notes and releases in a chart. */
@NullMarked
package ghtraffic.traffic.notes;

import org.jspecify.annotations.NullMarked;
