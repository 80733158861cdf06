package ghtraffic.github;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub may say to a call.
 *
 * @param <T> what is asked for
 */
public sealed interface Answer<T> {

    /**
     * The thing itself.
     *
     * @param etag what to ask with the next time, so that an unchanged answer costs nothing; null when it has none
     */
    record Fresh<T>(T value, @Nullable String etag) implements Answer<T> {

        /** Without an ETag. */
        public Fresh(T value) {
            this(value, null);
        }
    }

    /** 304: what it was when the ETag was given. */
    record Unchanged<T>() implements Answer<T> {}

    /** Anything else, with the reason in words that name GitHub's own message and what to do. */
    sealed interface Refusal<T> extends Answer<T> {

        /** The reason in words for people. */
        String reason();
    }

    /** 401: the token is wrong, revoked or expired. */
    record BadToken<T>(String reason) implements Refusal<T> {}

    /** 403: the token may not do this. */
    record NotPermitted<T>(String reason) implements Refusal<T> {}

    /** 404, 410 or 451: no such thing, or none that the token can see. */
    record NotFound<T>(String reason) implements Refusal<T> {}

    /** 403 or 429 over a limit: ask again at {@code until}, not earlier. */
    record RateLimited<T>(String reason, Instant until) implements Refusal<T> {}

    /** This GitHub server has no such thing at all, as Enterprise Server has no traffic. */
    record Unsupported<T>(String reason) implements Refusal<T> {}

    /** GitHub could not be reached, failed, or said what is no answer to the call. */
    record Unavailable<T>(String reason) implements Refusal<T> {}

    /** The same refusal for another thing, or the value turned into another. */
    default <R> Answer<R> map(Function<T, R> mapping) {
        if (this instanceof Fresh<T> fresh) {
            return new Fresh<>(mapping.apply(fresh.value()), fresh.etag());
        }
        return this instanceof Unchanged<T> ? new Unchanged<>() : refusal();
    }

    /** This refusal, for whatever was asked. Throws IllegalStateException on what is none. */
    default <R> Answer<R> refusal() {
        if (this instanceof BadToken<T> a) {
            return new BadToken<>(a.reason());
        } else if (this instanceof NotPermitted<T> a) {
            return new NotPermitted<>(a.reason());
        } else if (this instanceof NotFound<T> a) {
            return new NotFound<>(a.reason());
        } else if (this instanceof RateLimited<T> a) {
            return new RateLimited<>(a.reason(), a.until());
        } else if (this instanceof Unsupported<T> a) {
            return new Unsupported<>(a.reason());
        } else if (this instanceof Unavailable<T> a) {
            return new Unavailable<>(a.reason());
        }
        throw new IllegalStateException("This answer is no refusal");
    }

    /** The value of a fresh answer, else null. */
    default @Nullable T orNull() {
        return this instanceof Fresh<T> fresh ? fresh.value() : null;
    }
}
