package ghtraffic.collection.fetch;

import ghtraffic.messages.Message;
import java.time.Instant;

/** The result of collecting one repository. */
public sealed interface CollectionResult {

    /** All parts that were due are stored. */
    record Collected() implements CollectionResult {}

    /** The parts that GitHub answered are stored; the reason names what is missing. */
    record CollectedInPart(Message reason) implements CollectionResult {}

    /** No views and clones were received, or the answers could not be stored. */
    record Failed(Message reason) implements CollectionResult {}

    /** The parts that GitHub answered are stored; the rest waits until a rate limit ends. */
    record Deferred(Instant until) implements CollectionResult {}
}
