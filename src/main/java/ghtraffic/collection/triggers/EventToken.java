package ghtraffic.collection.triggers;

import ghtraffic.limits.AttemptLimiter;
import ghtraffic.limits.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Checks the secret that an external timer sends to start a run. If {@code EVENT_TOKEN} is not set, none is accepted.
 */
@ApplicationScoped
class EventToken {

    @Inject
    @ConfigProperty(name = "EVENT_TOKEN")
    private Optional<String> token;

    @Inject
    private AttemptLimiter attempts;

    /** The result of checking a token. */
    sealed interface Result {

        /** The token is correct. */
        record Right() implements Result {}

        /** The token is wrong, or {@code EVENT_TOKEN} is not set. */
        record Wrong() implements Result {}

        /** The token was not checked, because too many wrong ones came from this address. */
        record TooMany(Duration pause) implements Result {}
    }

    /** Checks a token and counts a wrong one for the address that sent it. */
    Result check(@Nullable String given, ClientAddress address) {
        Optional<Duration> wait = attempts.remainingWait(AttemptLimiter.Kind.EVENT_TOKEN, address);
        if (wait.isPresent()) {
            return new Result.TooMany(wait.get());
        }
        if (matches(given)) {
            return new Result.Right();
        }
        attempts.failed(
                AttemptLimiter.Kind.EVENT_TOKEN,
                address,
                token.isEmpty() ? "EVENT_TOKEN is not set here" : "it is not EVENT_TOKEN");
        return new Result.Wrong();
    }

    /** Compares in constant time, so that the duration reveals nothing about the secret. */
    private boolean matches(@Nullable String given) {
        String expected = token.map(String::strip).orElse("");
        return given != null && !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(given.strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
