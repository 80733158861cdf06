package ghtraffic.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the wish to track a repository. */
public sealed interface Tracking {

    /** The tenant tracks it now. */
    record Tracked(TrackedRepository repository) implements Tracking {}

    /** The tenant tracked it already, perhaps under the name that it has now. */
    record AlreadyTracked(TrackedRepository repository) implements Tracking {}

    /** GitHub does not let the tenant's token read it or its traffic; the reason is GitHub's. */
    record Unreadable(String reason) implements Tracking {}

    /** GitHub could not be asked. */
    record GitHubUnavailable(String reason) implements Tracking {}

    /** GitHub asks to wait. */
    record Later(String reason, Instant until) implements Tracking {}

    /** Why the repository that was asked for is not newly tracked, in sentences for people; null when it is. */
    default @Nullable String complaint(RepositoryName wanted) {
        if (this instanceof AlreadyTracked already) {
            return already.repository().fullName() + " is tracked already.";
        } else if (this instanceof Unreadable unreadable) {
            return wanted + " was not added. " + unreadable.reason() + ".";
        } else if (this instanceof Later later) {
            return wanted + " was not added. " + later.reason() + ".";
        } else if (this instanceof GitHubUnavailable unavailable) {
            return wanted + " was not added, because " + unavailable.reason() + ". Try again later.";
        }
        return null;
    }
}
