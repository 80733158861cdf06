package ghtraffic.identity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps GitHub tokens unreadable in the database: JSON Web Encryption (RFC 7516), AES-256 in GCM mode, with the key
 * {@code CREDENTIAL_KEY}, 32 random bytes in base64url.
 */
@ApplicationScoped
class Encryption {

    static final int KEY_BYTES = 32;

    @Inject
    @ConfigProperty(name = "CREDENTIAL_KEY")
    private String encodedKey;

    /** A server with a key that is none does not start. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup event) {
        key(encodedKey);
    }

    String encrypt(Secret secret) {
        JWEObject jwe =
                new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(secret.reveal()));
        try {
            jwe.encrypt(new DirectEncrypter(key(encodedKey)));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token could not be encrypted", e);
        }
        return jwe.serialize();
    }

    /** Reads what {@link #encrypt} wrote, or a plain token of a taken-over database. */
    Secret decrypt(String stored) {
        JWEObject jwe;
        try {
            jwe = JWEObject.parse(stored);
        } catch (ParseException e) {
            return new Secret(stored);
        }
        try {
            jwe.decrypt(new DirectDecrypter(key(encodedKey)));
        } catch (JOSEException e) {
            throw new UnreadableTokenException(e);
        }
        return new Secret(jwe.getPayload().toString());
    }

    /** Decodes the key. Throws IllegalArgumentException when it has not the right length. */
    static byte[] key(String encoded) {
        byte[] key = Base64URL.from(
                        encoded.strip().replace('+', '-').replace('/', '_').replace("=", ""))
                .decode();
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("CREDENTIAL_KEY must be 32 random bytes in base64, for instance from:"
                    + " openssl rand -base64 32");
        }
        return key;
    }
}
