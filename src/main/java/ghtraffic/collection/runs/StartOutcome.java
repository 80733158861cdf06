package ghtraffic.collection.runs;

/** The outcome of a request to start a collection run. */
public sealed interface StartOutcome {

    /** The run has started. */
    record Started(CollectionRun run) implements StartOutcome {}

    /** Nothing was started, because another run is working. */
    record AlreadyRunning(CollectionRun run) implements StartOutcome {}

    /** Nothing was started, because there is no repository to collect. */
    record NothingToCollect() implements StartOutcome {}

    /** Nothing was started, because an administrator has not yet looked at the database that was taken over. */
    record Held() implements StartOutcome {}

    /** Nothing was started, because the viewer may not collect this repository or may not collect at all. */
    record NotAllowed() implements StartOutcome {}

    /** Nothing was started, because the repository does not exist or the viewer may not see it. */
    record NoSuchRepository() implements StartOutcome {}
}
