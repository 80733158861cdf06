package ghtraffic.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of a credential, as GitHub last reported it.
 *
 * @param limit the number of requests per hour, null if unknown
 * @param remaining the number of requests left in this hour, null if unknown
 * @param resets when the hour ends, null if unknown
 * @param expires when the token expires, null if it does not or GitHub does not report it
 * @param pausedUntil the time before which GitHub accepts no request, null without such a pause
 */
public record RateLimit(
        @Nullable Integer limit,
        @Nullable Integer remaining,
        @Nullable Instant resets,
        @Nullable Instant expires,
        @Nullable Instant pausedUntil) {

    static final RateLimit UNKNOWN = new RateLimit(null, null, null, null, null);

    /** Background work leaves a tenth of the limit to other uses of the token. */
    private static final int RESERVE_PART = 10;

    RateLimit paused(Instant until) {
        return new RateLimit(limit, remaining, resets, expires, until);
    }

    /** Returns this without the end of the token, if that is over: GitHub goes on accepting the token. */
    RateLimit unlessEnded(Instant now) {
        return expires == null || expires.isAfter(now)
                ? this
                : new RateLimit(limit, remaining, resets, null, pausedUntil);
    }

    /** Returns whether both the hour and the pause have ended. */
    boolean isOver(Instant now) {
        return (resets == null || resets.isBefore(now)) && (pausedUntil == null || pausedUntil.isBefore(now));
    }

    /**
     * Returns the time to wait for; null if a request may be made now.
     *
     * @param sparing whether to keep the reserve
     */
    @Nullable
    Instant blockedUntil(Instant now, boolean sparing) {
        if (isAwaited(pausedUntil, now)) {
            return pausedUntil;
        }
        if (limit == null || remaining == null || !isAwaited(resets, now)) {
            return null;
        }
        int reserve = sparing ? limit / RESERVE_PART : 0;
        return remaining <= reserve ? resets : null;
    }

    /** A time that is too far away comes from a clock that is or was wrong. */
    private static boolean isAwaited(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now) && !time.isAfter(now.plus(RateLimits.LONGEST_WAIT));
    }
}
