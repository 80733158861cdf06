package ghtraffic.secrets;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that encrypts GitHub credentials. Its id in a stored text tells which key encrypted that text. */
public final class CredentialKey {

    static final int BYTES = 32;

    private static final int ID_BYTES = 6;

    private final byte[] bytes;

    private CredentialKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Decodes a key of 32 bytes from base64 or base64url.
     *
     * @param setting the name of the setting that holds the key
     * @throws IllegalArgumentException if the length is wrong; the message names the setting and does not show the key
     */
    public static CredentialKey of(String setting, String encoded) {
        byte[] bytes = Base64URL.from(
                        encoded.strip().replace('+', '-').replace('/', '_').replace("=", ""))
                .decode();
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    setting + " must be 32 random bytes in base64, for instance from: openssl rand -base64 32");
        }
        return new CredentialKey(bytes);
    }

    /** Derives 32 bytes from the key for a purpose. They do not reveal the key. */
    public byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns a fingerprint of eight characters that does not reveal the key. */
    String id() {
        return Base64URL.encode(Arrays.copyOf(derived("credential key"), ID_BYTES))
                .toString();
    }
}
