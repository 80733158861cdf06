package ghtraffic.traffic.notes;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a tenant wrote on a day of a repository.
 *
 * @param id its number
 * @param day the UTC day that it is about
 * @param text what it says, at most 500 characters
 * @param link an address to read more at, null for none
 * @param author the e-mail address of whoever wrote it
 * @param writtenAt when he did
 * @param tenant the tenant whose people see it
 */
@JsonbNillable
public record Note(
        int id, LocalDate day, String text, @Nullable String link, String author, Instant writtenAt, int tenant) {}
