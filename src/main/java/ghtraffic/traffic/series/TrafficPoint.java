package ghtraffic.traffic.series;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of one day, week or month. Values are null when nothing of it was collected; zero means that there was no
 * traffic.
 *
 * @param date its first day
 * @param views page views
 * @param visitors unique visitors. Those of a week are GitHub's own number; null when the week is over and was not
 *     collected completely, or when the range holds only a part of the week. Null for a month, because they do not add
 *     up
 * @param clones git clones
 * @param cloners unique cloners, by the same rules as visitors
 * @param partial whether a part of it was not collected or is not over
 */
@JsonbNillable
public record TrafficPoint(
        LocalDate date,
        @Nullable Long views,
        @Nullable Integer visitors,
        @Nullable Long clones,
        @Nullable Integer cloners,
        boolean partial) {

    /** Returns whether any of it was collected. */
    public boolean collected() {
        return views != null || clones != null;
    }

    /** Returns the same numbers with another date. */
    TrafficPoint at(LocalDate other) {
        return new TrafficPoint(other, views, visitors, clones, cloners, partial);
    }

    /** Returns the point of a time that was not collected. */
    public static TrafficPoint notCollected(LocalDate date) {
        return new TrafficPoint(date, null, null, null, null, false);
    }
}
