package ghtraffic.traffic.notes;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A note that a user of a tenant wrote about one day of a repository.
 *
 * @param id the id of the note
 * @param day the UTC day that the note is about
 * @param text the text, at most 500 characters
 * @param link an address with more information, or null
 * @param author the e-mail address of the user who wrote the note
 * @param writtenAt when the note was written
 * @param tenant the tenant whose users see the note
 */
@JsonbNillable
public record Note(
        int id, LocalDate day, String text, @Nullable String link, String author, Instant writtenAt, int tenant) {}
