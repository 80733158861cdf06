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

/** The secret by which a timer outside starts collections; without one it cannot. */
@ApplicationScoped
class EventToken {

    @Inject
    @ConfigProperty(name = "EVENT_TOKEN")
    private Optional<String> token;

    @Inject
    private AttemptLimiter attempts;

    /** What comes of a given token. */
    sealed interface Verdict {

        /** It lets in. */
        record Right() implements Verdict {}

        /** It does not. */
        record Wrong() implements Verdict {}

        /** It was not even looked at: too many wrong ones came from this address. */
        record TooMany(Duration pause) implements Verdict {}
    }

    /** Looks whether this is it, and counts it for the address when it is not. */
    Verdict check(@Nullable String given, ClientAddress address) {
        Optional<Duration> wait = attempts.pause(AttemptLimiter.Kind.EVENT_TOKEN, address);
        if (wait.isPresent()) {
            return new Verdict.TooMany(wait.get());
        }
        if (matches(given)) {
            return new Verdict.Right();
        }
        attempts.failed(
                AttemptLimiter.Kind.EVENT_TOKEN,
                address,
                token.isEmpty() ? "EVENT_TOKEN is not set here" : "it is not EVENT_TOKEN");
        return new Verdict.Wrong();
    }

    /** Takes as long whatever is wrong. */
    private boolean matches(@Nullable String given) {
        String expected = token.map(String::strip).orElse("");
        return given != null && !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(given.strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
