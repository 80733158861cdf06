package ghtraffic.collection.fetch;

import java.time.Instant;

/** How a visit to a repository ended. */
public sealed interface CollectionResult {

    /** All that is due is stored. */
    record Collected() implements CollectionResult {}

    /** What came is stored; the reason says what is missing. */
    record CollectedInPart(String reason) implements CollectionResult {}

    /** Nothing of views and clones came, or it could not be stored. */
    record Failed(String reason) implements CollectionResult {}

    /** What came is stored; a limit keeps the rest until then. */
    record Deferred(Instant until) implements CollectionResult {}
}
