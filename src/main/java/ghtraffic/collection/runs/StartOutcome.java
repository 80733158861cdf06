package ghtraffic.collection.runs;

/** What became of the wish to collect now. */
public sealed interface StartOutcome {

    /** It runs. */
    record Started(CollectionRun run) implements StartOutcome {}

    /** Another one runs; nothing was started. */
    record AlreadyRunning(CollectionRun run) implements StartOutcome {}

    /** There is no repository to collect. */
    record NothingToCollect() implements StartOutcome {}

    /** He may see the repository but not collect it, or may not collect at all. */
    record NotAllowed() implements StartOutcome {}

    /** There is no such repository, as far as he may know. */
    record NoSuchRepository() implements StartOutcome {}
}
