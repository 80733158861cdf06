package ghtraffic.traffic.series;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of one day, week or month. Values are null when no collection covered any of it; zero is a quiet time.
 *
 * @param date its first day
 * @param views page views
 * @param visitors different people who viewed; those of a week are GitHub's own, null where it was not seen whole
 *     and is over, or is not all asked for; null for a month, because they do not add up
 * @param clones git clones
 * @param cloners different people who cloned, in the same way
 * @param partial whether a part of the time is not covered, or not over yet
 */
@JsonbNillable
public record TrafficPoint(
        LocalDate date,
        @Nullable Long views,
        @Nullable Integer visitors,
        @Nullable Long clones,
        @Nullable Integer cloners,
        boolean partial) {

    /** Whether a collection covered it. */
    public boolean collected() {
        return views != null || clones != null;
    }

    /** The same numbers at another date. */
    TrafficPoint at(LocalDate other) {
        return new TrafficPoint(other, views, visitors, clones, cloners, partial);
    }

    public static TrafficPoint notCollected(LocalDate date) {
        return new TrafficPoint(date, null, null, null, null, false);
    }
}
