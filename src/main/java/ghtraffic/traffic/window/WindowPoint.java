package ghtraffic.traffic.window;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own totals of 14 days, as GitHub reported them on one UTC day; null for those that it did not report.
 *
 * @param date the day of the collection, which is the last of the 14 days
 * @param views page views
 * @param visitors unique visitors of all 14 days
 * @param clones git clones
 * @param cloners unique cloners of all 14 days
 */
@JsonbNillable
public record WindowPoint(
        LocalDate date,
        @Nullable Integer views,
        @Nullable Integer visitors,
        @Nullable Integer clones,
        @Nullable Integer cloners) {}
