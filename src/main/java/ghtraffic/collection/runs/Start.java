package ghtraffic.collection.runs;

/** What became of the wish to collect now. */
public sealed interface Start {

    /** It runs. */
    record Started(CollectionRun run) implements Start {}

    /** Another one runs; nothing was started. */
    record AlreadyRunning(CollectionRun run) implements Start {}

    /** There is no repository to collect. */
    record NothingToCollect() implements Start {}

    /** He may see the repository but not collect it, or may not collect at all. */
    record NotAllowed() implements Start {}

    /** There is no such repository, as far as he may know. */
    record NoSuchRepository() implements Start {}
}
