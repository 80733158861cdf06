package ghtraffic.catalog;

import ghtraffic.messages.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of a request to track a repository. */
public sealed interface TrackingOutcome {

    /** The tenant now tracks the repository. */
    record Tracked(TrackedRepository repository) implements TrackingOutcome {}

    /** The tenant already tracked the repository, perhaps under its current name. */
    record AlreadyTracked(TrackedRepository repository) implements TrackingOutcome {}

    /** The tenant's credential cannot read the repository or its traffic. The reason is GitHub's. */
    record Unreadable(Message reason) implements TrackingOutcome {}

    /** GitHub could not be reached. */
    record GitHubUnavailable(Message reason) implements TrackingOutcome {}

    /** GitHub's rate limit requires waiting. */
    record Later(Message reason, Instant until) implements TrackingOutcome {}

    /** Returns a message for users that explains why the repository was not added; null when it was. */
    default @Nullable Message complaint(RepositoryName wanted) {
        if (this instanceof AlreadyTracked already) {
            return Message.of("track.already", already.repository().fullName());
        } else if (this instanceof Unreadable unreadable) {
            return Message.of("track.notAdded", wanted.toString(), unreadable.reason());
        } else if (this instanceof Later later) {
            return Message.of("track.notAdded", wanted.toString(), later.reason());
        } else if (this instanceof GitHubUnavailable unavailable) {
            return Message.of("track.unavailable", wanted.toString(), unavailable.reason());
        }
        return null;
    }
}
