package ghtraffic.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub said last of a credential.
 *
 * @param limit requests that it may make an hour, null while unknown
 * @param remaining requests of those that are left, null while unknown
 * @param resets when the hour ends, null while unknown
 * @param expires when the token ends, null when it does not or GitHub does not say
 * @param pausedUntil before when GitHub wants no request, null when it does not mind
 */
public record RateLimit(
        @Nullable Integer limit,
        @Nullable Integer remaining,
        @Nullable Instant resets,
        @Nullable Instant expires,
        @Nullable Instant pausedUntil) {

    static final RateLimit UNKNOWN = new RateLimit(null, null, null, null, null);

    /** A tenth of the limit is left to what else the token is used for. */
    private static final int RESERVE_PART = 10;

    RateLimit paused(Instant until) {
        return new RateLimit(limit, remaining, resets, expires, until);
    }

    /** Whether nothing of it holds any more: neither its hour nor a pause. */
    boolean isOver(Instant now) {
        return (resets == null || resets.isBefore(now)) && (pausedUntil == null || pausedUntil.isBefore(now));
    }

    /** Until when to wait; null when a request may be made now. */
    @Nullable
    Instant blockedUntil(Instant now, boolean sparing) {
        if (pausedUntil != null && pausedUntil.isAfter(now)) {
            return pausedUntil;
        }
        if (limit == null || remaining == null || resets == null || !resets.isAfter(now)) {
            return null;
        }
        int reserve = sparing ? limit / RESERVE_PART : 0;
        return remaining <= reserve ? resets : null;
    }
}
