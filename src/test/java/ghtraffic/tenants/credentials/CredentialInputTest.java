package ghtraffic.tenants.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.standin.GitHubStandIn;
import ghtraffic.tenants.TenantCredential;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialInputTest {

    private static final String KEY = key();

    @Test
    void aTokenIsTakenWithoutBlanksAround() {
        assertThat(new CredentialInput(" ghp_abc\n", null, null, null).toCredential())
                .isInstanceOfSatisfying(
                        TenantCredential.Token.class,
                        credential -> assertThat(credential.token().reveal()).isEqualTo("ghp_abc"));
    }

    @Test
    void anAppIsTakenWithAllItsParts() {
        assertThat(new CredentialInput(null, " Iv1.abc ", 77L, KEY + "\n").toCredential())
                .isInstanceOfSatisfying(TenantCredential.App.class, app -> {
                    assertThat(app.appId()).isEqualTo("Iv1.abc");
                    assertThat(app.installation()).isEqualTo(77);
                    assertThat(app.privateKey().reveal()).isEqualTo(KEY);
                });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       -,     -,  -,    token",
                "'',      -,     -,  -,    token",
                "a b,     -,     -,  -,    token",
                "t\u00f6ken, -,  -,  -,    token",
                "ghp_abc, 4242,  -,  -,    token",
                "-,       -,     77, KEY,  appId",
                "-,       'a b', 77, KEY,  appId",
                "-,       4242,  -,  KEY,  installation",
                "-,       4242,  0,  KEY,  installation",
                "-,       4242,  77, -,    privateKey",
                "-,       4242,  77, '',   privateKey",
                "-,       4242,  77, PEM?, privateKey",
            })
    void whatIsNoneIsRefusedWithTheNameOfItsField(
            @Nullable String token,
            @Nullable String appId,
            @Nullable Long installation,
            @Nullable String privateKey,
            String field) {
        String key = "KEY".equals(privateKey) ? KEY : privateKey;
        CredentialInput entered = new CredentialInput(token, appId, installation, key);
        assertThatThrownBy(entered::toCredential)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": ");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatThrownBy(new CredentialInput("x".repeat(1_001), null, null, null)::toCredential)
                .hasMessageStartingWith("token: ");
        String padded = KEY.replace("\n-----END", "\n" + "A".repeat(2_000) + "\n-----END");
        assertThatThrownBy(new CredentialInput(null, "4242", 77L, padded)::toCredential)
                .hasMessageStartingWith("privateKey: ")
                .hasMessageContaining("2,500");
    }

    @Test
    void noSecretShowsItself() {
        assertThat(new CredentialInput("ghp_abc", null, null, null)).hasToString("(credential)");
    }

    private static String key() {
        try (GitHubStandIn gitHub = GitHubStandIn.start(0)) {
            return gitHub.appPrivateKey().strip();
        }
    }
}
