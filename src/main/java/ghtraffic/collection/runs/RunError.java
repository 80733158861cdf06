package ghtraffic.collection.runs;

import ghtraffic.catalog.TrackedRepository;
import org.jspecify.annotations.Nullable;

/**
 * Why one repository could not be collected.
 *
 * @param id the repository's
 * @param repository its full name; null when it is deleted
 * @param reason in words, with what to do
 */
public record RunError(int id, @Nullable String repository, String reason) {

    static RunError of(Object[] row) {
        return new RunError(
                (Integer) row[2],
                row[1] instanceof TrackedRepository repository ? repository.fullName() : null,
                (String) row[0]);
    }
}
