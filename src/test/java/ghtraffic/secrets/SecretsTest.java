package ghtraffic.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import ghtraffic.setup.SetupCode;
import java.lang.reflect.Field;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept secret, and the code that only the operator has. */
class SecretsTest {

    private static final String KEY = key((byte) 1);

    private static String key(byte content) {
        byte[] bytes = new byte[CredentialKey.BYTES];
        Arrays.fill(bytes, content);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whatIsEncryptedCannotBeReadAndComesBack() {
        Encryption encryption = encryption(KEY);
        String stored = encryption.encrypt(new Secret("ghp_token"));
        assertThat(stored).doesNotContain("ghp_token").hasSizeLessThan(2_048);
        assertThat(encryption.encrypt(new Secret("ghp_token")))
                .as("never the same twice")
                .isNotEqualTo(stored);
        assertThat(encryption.decrypt(stored).reveal()).isEqualTo("ghp_token");
    }

    @Test
    void theLongestTokenFitsTheColumn() {
        assertThat(encryption(KEY).encrypt(new Secret("x".repeat(1_000)))).hasSizeLessThanOrEqualTo(2_048);
    }

    @Test
    void anotherKeyReadsNothing() {
        String stored = encryption(KEY).encrypt(new Secret("ghp_token"));
        assertThatThrownBy(() -> encryption(key((byte) 2)).decrypt(stored))
                .isInstanceOf(UnreadableTokenException.class)
                .hasMessageContaining("CREDENTIAL_KEY");
    }

    @Test
    void thePlainTokenOfATakenOverDatabaseIsReadAsItIs() {
        assertThat(encryption(KEY).decrypt("ghp_plain").reveal()).isEqualTo("ghp_plain");
    }

    @Test
    void theKeyBeforeStillReadsAndTheKeyOfNowWrites() {
        String stored = encryption(KEY).encrypt(new Secret("ghp_token"));
        Encryption changed = new Encryption(key((byte) 2), KEY);
        assertThat(changed.decrypt(stored).reveal()).isEqualTo("ghp_token");
        assertThat(changed.storageForm(stored)).isEqualTo(Encryption.StorageForm.WITH_THE_KEY_BEFORE);
        String anew = changed.encrypt(changed.decrypt(stored));
        assertThat(changed.storageForm(anew)).isEqualTo(Encryption.StorageForm.WITH_THE_KEY);
        assertThat(encryption(key((byte) 2)).decrypt(anew).reveal()).isEqualTo("ghp_token");
        assertThat(encryption(KEY).storageForm(anew)).isEqualTo(Encryption.StorageForm.UNREADABLE);
    }

    /** As they were written before texts named their key: {@code {"alg":"dir","enc":"A256GCM"}}. */
    @Test
    void aTextThatDoesNotNameItsKeyIsReadWithTheOneThatFits() throws JOSEException {
        JWEObject jwe =
                new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload("ghp_token"));
        jwe.encrypt(new DirectEncrypter(CredentialKey.of("CREDENTIAL_KEY", KEY).bytes()));
        String stored = jwe.serialize();
        assertThat(encryption(KEY).decrypt(stored).reveal()).isEqualTo("ghp_token");
        assertThat(encryption(KEY).storageForm(stored)).isEqualTo(Encryption.StorageForm.WITHOUT_A_NAME);
        Encryption changed = new Encryption(key((byte) 2), KEY);
        assertThat(changed.decrypt(stored).reveal()).isEqualTo("ghp_token");
        assertThat(changed.storageForm(stored)).isEqualTo(Encryption.StorageForm.WITH_THE_KEY_BEFORE);
        assertThat(encryption(key((byte) 2)).storageForm(stored)).isEqualTo(Encryption.StorageForm.UNREADABLE);
    }

    @Test
    void aStoredTextNamesItsKeyAndDoesNotTellIt() throws ParseException {
        String name = JWEObject.parse(encryption(KEY).encrypt(new Secret("ghp_token")))
                .getHeader()
                .getKeyID();
        assertThat(name).hasSize(8);
        assertThat(CredentialKey.of("CREDENTIAL_KEY", KEY).id()).isEqualTo(name);
        assertThat(CredentialKey.of("CREDENTIAL_KEY", key((byte) 2)).id()).isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aKeyBeforeOfNothingIsNone(String before) {
        String stored = encryption(KEY).encrypt(new Secret("ghp_token"));
        assertThat(new Encryption(KEY, before).decrypt(stored).reveal()).isEqualTo("ghp_token");
    }

    @Test
    void aWrongKeyBeforeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Encryption(KEY, "short").decrypt(encryption(KEY).encrypt(new Secret("x"))))
                .withMessageContaining("CREDENTIAL_KEY_BEFORE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aKeyOfAnotherLengthIsNone(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialKey.of("CREDENTIAL_KEY", key))
                .withMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(new Secret("ghp_token")).asString().doesNotContain("ghp");
    }

    @Test
    void theSetUpCodeIsTheSameOnAllServersAndIgnoresCaseAndHyphens() throws ReflectiveOperationException {
        String code = code(KEY, null).value();
        assertThat(code).matches("([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}");
        assertThat(code(KEY, null).matches(code.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(code(key((byte) 2), null).matches(code)).isFalse();
        assertThat(code(KEY, null).matches("")).isFalse();
    }

    @Test
    void aConfiguredSetUpCodeWins() throws ReflectiveOperationException {
        assertThat(code(KEY, " open sesame ").matches("OPENSESAME")).isTrue();
        assertThat(code(KEY, " ").value()).isEqualTo(code(KEY, null).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", " - - "})
    void aConfiguredSetUpCodeOfNothingLetsNobodyIn(String configured) throws ReflectiveOperationException {
        assertThat(code(KEY, configured).matches("")).isFalse();
        assertThat(code(KEY, configured).value()).isEqualTo(code(KEY, null).value());
    }

    private static Encryption encryption(String key) {
        return new Encryption(key, null);
    }

    private static SetupCode code(String key, @Nullable String configured) throws ReflectiveOperationException {
        SetupCode code = new SetupCode();
        set(code, "encodedKey", key);
        set(code, "configured", Optional.ofNullable(configured));
        return code;
    }

    private static void set(Object object, String field, Object value) throws ReflectiveOperationException {
        Field declared = object.getClass().getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(object, value);
    }
}
