package ghtraffic.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The secret by which a timer outside starts collections; without one it cannot. */
@ApplicationScoped
class EventToken {

    @Inject
    @ConfigProperty(name = "EVENT_TOKEN")
    private Optional<String> token;

    /** Whether this is it; takes as long whatever is wrong. */
    boolean matches(@Nullable String given) {
        String expected = token.map(String::strip).orElse("");
        return given != null && !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(given.strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
