package ghtraffic.traffic.notes;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release or a note that the chart marks on its UTC day.
 *
 * @param day the day
 * @param kind {@code release} or {@code note}
 * @param title the tag of the release, or the text of the note
 * @param text the title of the release if it differs from the tag, else null
 * @param url the address of the release, or the link of the note; null if the note has no link
 */
@JsonbNillable
public record Marker(
        LocalDate day,
        String kind,
        String title,
        @Nullable String text,
        @Nullable String url) {}
