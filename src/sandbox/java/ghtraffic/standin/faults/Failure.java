package ghtraffic.standin.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * A way in which the stand-in fails.
 *
 * @param kind the kind of failure
 * @param path the beginning of the paths it applies to, ignoring case; empty for all. A repository matches by its name
 *     and by its id, so {@code /repos/acme/widgets} also covers {@code /repositories/1001}
 * @param exactly whether it applies to this path only, not to those that begin with it
 * @param delay the delay of {@link Kind#SLOW}, and the time to wait that the two rate limits announce
 */
public record Failure(Kind kind, String path, boolean exactly, Duration delay) {

    /** The kinds of failures. */
    public enum Kind {
        /** Status 500 with a JSON body. */
        STATUS_500,
        /** Status 502 with the HTML page of a proxy. */
        STATUS_502_HTML,
        /** Status 200 with an HTML page where JSON is expected. */
        HTML_200,
        /** The normal answer without its second half. */
        TRUNCATED_JSON,
        /** The normal answer, late. */
        SLOW,
        /** The secondary limit: status 429 with {@code Retry-After}. */
        RATE_LIMIT_429,
        /** The hourly limit: status 403, nothing remaining, and the time of the reset. */
        RATE_LIMIT_403,
        /**
         * The secondary limit without a time: status 403, no {@code Retry-After}, and some requests of the hour
         * remaining.
         */
        UNKNOWN_LIMIT_403,
        /** Status 401, as for a revoked token. */
        BAD_TOKEN_401,
        /** Status 403, as for a classic token without push access. It names no permission. */
        FORBIDDEN_PUSH,
        /** Status 403, as for a fine-grained token, with the missing permission. */
        FORBIDDEN_TOKEN,
        /** Status 403, as for a GitHub App, with the missing permission. */
        FORBIDDEN_INTEGRATION,
        /** Status 404. */
        NOT_FOUND_404,
        /** Status 410. */
        GONE_410,
        /** Status 301 to the same address. */
        REDIRECT_LOOP,
        /**
         * The normal answer with members of wrong types: text for numbers, numbers for text, lists for objects and
         * objects for lists. The whole stays an object or a list.
         */
        WRONG_TYPES,
        /** The normal answer as a list if it is an object, and as an object if it is a list. */
        WRONG_SHAPE,
        /** The normal answer in which texts chosen by others contain markup, script addresses and formulas. */
        HOSTILE_TEXT,
        /** Status 200 with a JSON object of ten million bytes without an announced length. */
        HUGE_BODY,
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

    /** Creates a failure of all paths, with a delay of one minute. */
    public static Failure of(Kind kind) {
        return new Failure(kind, "", false, DEFAULT_DELAY);
    }

    /** Returns the same failure for paths with this beginning. */
    public Failure below(String path) {
        return new Failure(kind, path, false, delay);
    }

    /** Returns the same failure for this path only, with any query. */
    public Failure at(String exactPath) {
        return new Failure(kind, exactPath, true, delay);
    }

    /** Returns the same failure with another delay. */
    public Failure withDelay(Duration delay) {
        return new Failure(kind, path, exactly, delay);
    }

    /** Returns the delay of the answer. */
    public Duration lateness() {
        return kind == Kind.SLOW ? delay : Duration.ZERO;
    }

    public boolean appliesTo(String requestPath) {
        return exactly
                ? requestPath.equalsIgnoreCase(path)
                : requestPath.toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT));
    }
}
