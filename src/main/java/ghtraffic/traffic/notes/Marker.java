package ghtraffic.traffic.notes;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a UTC day, to stand in the chart.
 *
 * @param day the day
 * @param kind {@code release} or {@code note}
 * @param title what it is called
 * @param text more about it, null for nothing
 * @param url where more about it is, null for nowhere
 */
@JsonbNillable
public record Marker(
        LocalDate day,
        String kind,
        String title,
        @Nullable String text,
        @Nullable String url) {}
