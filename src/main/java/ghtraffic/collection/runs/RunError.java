package ghtraffic.collection.runs;

import ghtraffic.catalog.TrackedRepository;
import org.jspecify.annotations.Nullable;

/**
 * The reason why one repository was not, or only partly, collected.
 *
 * @param id the id of the repository
 * @param repository the full name of the repository; null if it was deleted
 * @param reason the reason and what to do, in sentences
 */
public record RunError(int id, @Nullable String repository, String reason) {

    static RunError of(Object[] row) {
        return new RunError(
                (Integer) row[2],
                row[1] instanceof TrackedRepository repository ? repository.fullName() : null,
                (String) row[0]);
    }
}
