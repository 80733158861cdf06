package ghtraffic.catalogue;

import java.time.Instant;

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
}
