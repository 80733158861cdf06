/** The totals and unique visitors of the last 14 days, as GitHub itself reports them each day. */
@NullMarked
package ghtraffic.traffic.window;

import org.jspecify.annotations.NullMarked;
