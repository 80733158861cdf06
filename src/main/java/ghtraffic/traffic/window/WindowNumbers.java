package ghtraffic.traffic.window;

import org.jspecify.annotations.Nullable;

/**
 * GitHub's own totals of the last 14 days before a collection; null for those that GitHub did not report.
 *
 * @param views page views
 * @param visitors unique visitors of all 14 days
 * @param clones git clones
 * @param cloners unique cloners of all 14 days
 */
public record WindowNumbers(
        @Nullable Integer views,
        @Nullable Integer visitors,
        @Nullable Integer clones,
        @Nullable Integer cloners) {

    /** No totals. */
    public static final WindowNumbers NONE = new WindowNumbers(null, null, null, null);
}
