package ghtraffic.secrets;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts GitHub credentials for the database, as JSON Web Encryption (RFC 7516) with AES-256 in GCM mode. The key is
 * {@code CREDENTIAL_KEY}, 32 random bytes in base64url. Texts encrypted with {@code CREDENTIAL_KEY_BEFORE} can still be
 * decrypted.
 */
@ApplicationScoped
public class Encryption {

    /** The ways in which a stored credential may be encrypted. */
    public enum StorageForm {
        PLAIN,
        WITH_THE_KEY,
        WITH_THE_KEY_BEFORE,
        /** Encrypted with the current key, but before encrypted texts named their key. */
        WITHOUT_A_NAME,
        UNREADABLE
    }

    @Inject
    @ConfigProperty(name = "CREDENTIAL_KEY")
    private String encodedKey;

    @Inject
    @ConfigProperty(name = "CREDENTIAL_KEY_BEFORE")
    private Optional<String> encodedKeyBefore;

    /** For the container. */
    Encryption() {}

    /** Creates an encryption with these keys, in base64 or base64url. */
    public Encryption(String encodedKey, @Nullable String encodedKeyBefore) {
        this.encodedKey = encodedKey;
        this.encodedKeyBefore = Optional.ofNullable(encodedKeyBefore);
    }

    /** Stops the start of the application if a key is invalid. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup event) {
        keys();
    }

    /** Encrypts a credential with the current key. The result names the key. */
    public String encrypt(Secret secret) {
        CredentialKey key = key();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.id())
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(secret.reveal()));
        try {
            jwe.encrypt(new DirectEncrypter(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token could not be encrypted", e);
        }
        return jwe.serialize();
    }

    /**
     * Decrypts what {@link #encrypt} returned. A plain token from the database of the Python application is returned as
     * it is.
     *
     * @throws UnreadableTokenException if the text was encrypted with a key that is not set here
     */
    public Secret decrypt(String stored) {
        return jwe(stored).isEmpty() ? new Secret(stored) : opened(stored).secret();
    }

    /** Returns how a stored credential is encrypted. */
    public StorageForm storageForm(String stored) {
        Optional<JWEObject> jwe = jwe(stored);
        if (jwe.isEmpty()) {
            return StorageForm.PLAIN;
        }
        try {
            Opened opened = opened(stored);
            if (!opened.key().id().equals(key().id())) {
                return StorageForm.WITH_THE_KEY_BEFORE;
            }
            return jwe.get().getHeader().getKeyID() == null ? StorageForm.WITHOUT_A_NAME : StorageForm.WITH_THE_KEY;
        } catch (UnreadableTokenException e) {
            return StorageForm.UNREADABLE;
        }
    }

    private record Opened(CredentialKey key, Secret secret) {}

    private Opened opened(String stored) {
        JOSEException refusal = new JOSEException("None of the keys has the name that the text says");
        for (CredentialKey key : keys()) {
            JWEObject jwe = jwe(stored).orElseThrow();
            String named = jwe.getHeader().getKeyID();
            if (named == null || named.equals(key.id())) {
                try {
                    jwe.decrypt(new DirectDecrypter(key.bytes()));
                    return new Opened(key, new Secret(jwe.getPayload().toString()));
                } catch (JOSEException e) {
                    refusal = e;
                }
            }
        }
        throw new UnreadableTokenException(refusal);
    }

    private static Optional<JWEObject> jwe(String stored) {
        try {
            return Optional.of(JWEObject.parse(stored));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private CredentialKey key() {
        return CredentialKey.of("CREDENTIAL_KEY", encodedKey);
    }

    private List<CredentialKey> keys() {
        return Stream.concat(
                        Stream.of(key()),
                        encodedKeyBefore
                                .filter(encoded -> !encoded.isBlank())
                                .map(encoded -> CredentialKey.of("CREDENTIAL_KEY_BEFORE", encoded))
                                .stream())
                .toList();
    }
}
