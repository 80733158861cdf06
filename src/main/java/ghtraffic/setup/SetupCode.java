package ghtraffic.setup;

import ghtraffic.secrets.CredentialKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The code that the first setup asks for and that only the operator of the server can know. It is {@code SETUP_CODE},
 * or a code that is derived from {@code CREDENTIAL_KEY}. A derived code is the same on all servers and after restarts,
 * and is not stored anywhere.
 */
@ApplicationScoped
public class SetupCode {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;

    @Inject
    @ConfigProperty(name = "SETUP_CODE")
    private Optional<String> configured;

    @Inject
    @ConfigProperty(name = "CREDENTIAL_KEY")
    private String encodedKey;

    /** Returns the code. */
    public String value() {
        return configured
                .map(String::strip)
                .filter(code -> bytes(code).length > 0)
                .orElseGet(this::derived);
    }

    /**
     * Returns whether the entered code is right. Ignores case, white space and hyphens, and compares in constant time.
     */
    public boolean matches(String entered) {
        return MessageDigest.isEqual(bytes(value()), bytes(entered));
    }

    private static byte[] bytes(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
    }

    private String derived() {
        byte[] digest = CredentialKey.of("CREDENTIAL_KEY", encodedKey).derived("first set-up");
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(digest[i] & 31));
        }
        return code.toString();
    }
}
