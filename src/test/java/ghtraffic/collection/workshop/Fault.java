package ghtraffic.collection.workshop;

import java.time.Duration;
import java.util.List;

/**
 * A way in which GitHub may fail.
 *
 * @param kind what it means for the rest of the visit
 * @param saying what GitHub says
 * @param told how long to wait then, where it is a limit
 * @param words what is to be in the reason
 */
public record Fault(Kind kind, ScriptedAnswer saying, Duration told, List<String> words) {

    /** What a fault means for the rest of the visit. */
    public enum Kind {
        /** No other part can be had with the token, and trying again is of no use. */
        TOKEN,
        /** No other part can be had before the limit ends. */
        LIMIT,
        /** The part alone is refused. */
        PART,
        /** GitHub is ill, and may be better soon. */
        ILLNESS
    }

    public static Fault of(Kind kind, ScriptedAnswer saying, String... words) {
        return new Fault(kind, saying, Duration.ofMinutes(1), List.of(words));
    }

    /** GitHub tells how long to wait. */
    public Fault waiting(Duration until) {
        return new Fault(kind, saying, until, words);
    }
}
