package ghtraffic.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
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
        byte[] bytes = new byte[Encryption.KEY_BYTES];
        Arrays.fill(bytes, content);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whatIsEncryptedCannotBeReadAndComesBack() throws ReflectiveOperationException {
        Encryption encryption = encryption(KEY);
        String stored = encryption.encrypt(new Secret("ghp_token"));
        assertThat(stored).doesNotContain("ghp_token").hasSizeLessThan(2_048);
        assertThat(encryption.encrypt(new Secret("ghp_token")))
                .as("never the same twice")
                .isNotEqualTo(stored);
        assertThat(encryption.decrypt(stored).reveal()).isEqualTo("ghp_token");
    }

    @Test
    void theLongestTokenFitsTheColumn() throws ReflectiveOperationException {
        assertThat(encryption(KEY).encrypt(new Secret("x".repeat(1_000)))).hasSizeLessThanOrEqualTo(2_048);
    }

    @Test
    void anotherKeyReadsNothing() throws ReflectiveOperationException {
        String stored = encryption(KEY).encrypt(new Secret("ghp_token"));
        assertThatThrownBy(() -> encryption(key((byte) 2)).decrypt(stored))
                .isInstanceOf(UnreadableTokenException.class)
                .hasMessageContaining("CREDENTIAL_KEY");
    }

    @Test
    void thePlainTokenOfATakenOverDatabaseIsReadAsItIs() throws ReflectiveOperationException {
        assertThat(encryption(KEY).decrypt("ghp_plain").reveal()).isEqualTo("ghp_plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aKeyOfAnotherLengthIsNone(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encryption.key(key))
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

    private static Encryption encryption(String key) throws ReflectiveOperationException {
        Encryption encryption = new Encryption();
        set(encryption, "encodedKey", key);
        return encryption;
    }

    private static SetUpCode code(String key, @Nullable String configured) throws ReflectiveOperationException {
        SetUpCode code = new SetUpCode();
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
