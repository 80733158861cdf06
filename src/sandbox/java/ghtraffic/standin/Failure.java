package ghtraffic.standin;

import java.time.Duration;
import java.util.Locale;

/**
 * A way in which the stand-in fails.
 *
 * @param kind what goes wrong
 * @param path the beginning of the paths it applies to, compared without case; empty for all. A repository counts under
 *     its name and its id, so {@code /repos/acme/widgets} also covers {@code /repositories/1001}.
 * @param delay the delay of {@link Kind#SLOW}, and the time to wait that the two rate limits announce
 */
public record Failure(Kind kind, String path, Duration delay) {

    /** What goes wrong. */
    public enum Kind {
        /** Status 500 with a JSON body. */
        STATUS_500,
        /** Status 502 with the HTML page of a proxy. */
        STATUS_502_HTML,
        /** Status 200 with an HTML page where JSON is expected. */
        HTML_200,
        /** The normal answer, of which the second half is missing. */
        TRUNCATED_JSON,
        /** The normal answer, late. */
        SLOW,
        /** The secondary limit: status 429 with {@code Retry-After}. */
        RATE_LIMIT_429,
        /** The hourly limit: status 403, nothing remaining, and the time of the reset. */
        RATE_LIMIT_403,
        /** Status 401, as for a token that was revoked. */
        BAD_TOKEN_401,
        /** The connection is closed without an answer. */
        DOWN
    }

    private static final Duration DEFAULT_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    /** Rejects a delay below zero or above a day. */
    public Failure {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("The delay must be between 0 and 86400 seconds");
        }
    }

    /** A failure of every path, with a delay of one minute. */
    public static Failure of(Kind kind) {
        return new Failure(kind, "", DEFAULT_DELAY);
    }

    /** The same failure, for paths that begin so. */
    public Failure below(String path) {
        return new Failure(kind, path, delay);
    }

    /** The same failure with another delay. */
    public Failure withDelay(Duration delay) {
        return new Failure(kind, path, delay);
    }

    boolean appliesTo(String requestPath) {
        return requestPath.toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT));
    }
}
