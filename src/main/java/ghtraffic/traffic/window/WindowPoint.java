package ghtraffic.traffic.window;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own totals of 14 days, as it gave them on one UTC day; null where it did not give them.
 *
 * @param date the day of the collection, the last of the 14
 * @param views page views
 * @param visitors different people who viewed in all 14 days
 * @param clones git clones
 * @param cloners different people who cloned in all 14 days
 */
@JsonbNillable
public record WindowPoint(
        LocalDate date,
        @Nullable Integer views,
        @Nullable Integer visitors,
        @Nullable Integer clones,
        @Nullable Integer cloners) {}
