package ghtraffic.catalog;

import ghtraffic.messages.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the wish to track a repository. */
public sealed interface TrackingOutcome {

    /** The tenant tracks it now. */
    record Tracked(TrackedRepository repository) implements TrackingOutcome {}

    /** The tenant tracked it already, perhaps under the name that it has now. */
    record AlreadyTracked(TrackedRepository repository) implements TrackingOutcome {}

    /** GitHub does not let the tenant's token read it or its traffic; the reason is GitHub's. */
    record Unreadable(String reason) implements TrackingOutcome {}

    /** GitHub could not be asked. */
    record GitHubUnavailable(String reason) implements TrackingOutcome {}

    /** GitHub asks to wait. */
    record Later(String reason, Instant until) implements TrackingOutcome {}

    /** Why the repository that was asked for is not newly tracked, in sentences for people; null when it is. */
    default @Nullable Message complaint(RepositoryName wanted) {
        if (this instanceof AlreadyTracked already) {
            return Message.of("track.already", already.repository().fullName());
        } else if (this instanceof Unreadable unreadable) {
            return Message.of("track.notAdded", wanted.toString(), Message.said("reason", unreadable.reason()));
        } else if (this instanceof Later later) {
            return Message.of("track.notAdded", wanted.toString(), Message.said("reason", later.reason()));
        } else if (this instanceof GitHubUnavailable unavailable) {
            return Message.of("track.unavailable", wanted.toString(), Message.said("reason", unavailable.reason()));
        }
        return null;
    }
}
