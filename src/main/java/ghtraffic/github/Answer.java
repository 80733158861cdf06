package ghtraffic.github;

import ghtraffic.messages.Message;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's answer to a call.
 *
 * @param <T> the type of the requested value
 */
public sealed interface Answer<T> {

    /**
     * The requested value.
     *
     * @param etag the ETag to send with the next request, so that an unchanged answer does not count against the rate
     *     limit; null if there is none
     * @param lacking what the value lacks, in words for users; null if it is whole
     */
    record Fresh<T>(
            T value, @Nullable String etag, @Nullable Message lacking) implements Answer<T> {

        /** Creates a whole answer. */
        public Fresh(T value, @Nullable String etag) {
            this(value, etag, null);
        }

        /** Creates a whole answer without an ETag. */
        public Fresh(T value) {
            this(value, null, null);
        }
    }

    /** Status 304: the value has not changed since the ETag was given. */
    record Unchanged<T>() implements Answer<T> {}

    /** Any other answer. Its reason quotes GitHub's message and tells users what to do. */
    sealed interface Refusal<T> extends Answer<T> {

        /** Returns the reason, in words for users. */
        Message reason();
    }

    /** Status 401: the token is wrong, revoked or expired. */
    record BadToken<T>(Message reason) implements Refusal<T> {}

    /** Status 403 or 451: the token lacks the permission, or GitHub refuses for another reason. */
    record NotPermitted<T>(Message reason) implements Refusal<T> {}

    /** Status 404 or 410: the resource does not exist, or the token cannot see it. */
    record NotFound<T>(Message reason) implements Refusal<T> {}

    /** Status 403 or 429 with an exceeded rate limit: no further request may be made before {@code until}. */
    record RateLimited<T>(Message reason, Instant until) implements Refusal<T> {}

    /** The GitHub server does not have this function, as Enterprise Server has no traffic. */
    record Unsupported<T>(Message reason) implements Refusal<T> {}

    /** GitHub could not be reached, failed, or gave an answer that cannot be read. */
    record Unavailable<T>(Message reason) implements Refusal<T> {}

    /** Returns this answer with its value mapped. Refusals and unchanged answers stay the same. */
    default <R> Answer<R> map(Function<T, R> mapping) {
        if (this instanceof Fresh<T> fresh) {
            return new Fresh<>(mapping.apply(fresh.value()), fresh.etag(), fresh.lacking());
        }
        return this instanceof Unchanged<T> ? new Unchanged<>() : refusal();
    }

    /**
     * Returns this refusal as an answer to any call.
     *
     * @throws IllegalStateException if this answer is not a refusal
     */
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

    /** Returns the value of a fresh answer, else null. */
    default @Nullable T orNull() {
        return this instanceof Fresh<T> fresh ? fresh.value() : null;
    }
}
