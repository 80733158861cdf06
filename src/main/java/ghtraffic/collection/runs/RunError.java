package ghtraffic.collection.runs;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.messages.Message;
import org.jspecify.annotations.Nullable;

/**
 * The reason why one repository was not, or only partly, collected.
 *
 * @param id the repository's
 * @param repository its full name; null when it is deleted
 * @param reason with what to do
 * @param english the reason in English, as far as the table has room for it
 */
public record RunError(int id, @Nullable String repository, Message reason, String english) {

    static RunError of(CollectionError error, @Nullable TrackedRepository repository) {
        return new RunError(
                error.repository(), repository == null ? null : repository.fullName(), error.reason(), error.english());
    }
}
