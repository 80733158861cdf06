package ghtraffic.traffic.window;

import org.jspecify.annotations.Nullable;

/**
 * GitHub's own totals of the 14 days before a collection; null where it did not give them.
 *
 * @param views page views
 * @param visitors different people who viewed in all 14 days
 * @param clones git clones
 * @param cloners different people who cloned in all 14 days
 */
public record WindowNumbers(
        @Nullable Integer views,
        @Nullable Integer visitors,
        @Nullable Integer clones,
        @Nullable Integer cloners) {

    /** Nothing of it. */
    public static final WindowNumbers NONE = new WindowNumbers(null, null, null, null);
}
