package ghtraffic.collection.workshop;

import java.time.Duration;
import java.util.List;

/**
 * A way in which GitHub may fail.
 *
 * @param kind what the fault means for the other parts
 * @param saying GitHub's answer
 * @param told how long to wait, if it is a rate limit
 * @param words texts that the reason must contain
 */
public record Fault(Kind kind, ScriptedAnswer saying, Duration told, List<String> words) {

    /** What a fault means for the other parts of the repository. */
    public enum Kind {
        /** The token gets no other part either, and it does not help to try again. */
        TOKEN,
        /** No other part can be collected before the rate limit ends. */
        LIMIT,
        /** Only this part is refused. */
        PART,
        /** GitHub is unavailable and may recover soon. */
        ILLNESS
    }

    /** Creates a fault that, if it is a rate limit, ends after one minute. */
    public static Fault of(Kind kind, ScriptedAnswer saying, String... words) {
        return new Fault(kind, saying, Duration.ofMinutes(1), List.of(words));
    }

    /** Returns a copy with the time that GitHub tells to wait. */
    public Fault waiting(Duration until) {
        return new Fault(kind, saying, until, words);
    }
}
