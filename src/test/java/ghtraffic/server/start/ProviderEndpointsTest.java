package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderEndpointsTest {

    private static final String DOCUMENT = """
            {"issuer": "https://provider.example/t", "authorization_endpoint": "https://provider.example/authorize?a=1&b=2",
             "token_endpoint": "https://provider.example/token", "jwks_uri": "https://provider.example/keys"%s}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"client_secret_basic\"]|client_secret_basic",
                "[\"client_secret_post\"]|client_secret_post",
                "[\"client_secret_post\", \"client_secret_basic\"]|client_secret_basic",
                "[\"private_key_jwt\", \"client_secret_post\"]|client_secret_post",
                "[\"private_key_jwt\"]|client_secret_basic",
                "[]|client_secret_basic"
            })
    void postIsChosenOnlyWhereBasicIsNotOffered(String offered, String chosen) {
        String methods = ", \"token_endpoint_auth_methods_supported\": " + offered;
        assertThat(ProviderEndpoints.parse(DOCUMENT.formatted(methods)).clientAuthentication())
                .isEqualTo(chosen);
        assertThat(ProviderEndpoints.parse(DOCUMENT.formatted("")).clientAuthentication())
                .isEqualTo("client_secret_basic");
    }

    @Test
    void theServerGetsTheEndpointsAsVariables() {
        assertThat(ProviderEndpoints.parse(DOCUMENT.formatted("")).configuration())
                .contains(
                        "<variable name=\"traffic.authorization\" value=\"https://provider.example/authorize?a=1&amp;b=2\"/>",
                        "<variable name=\"traffic.token\" value=\"https://provider.example/token\"/>",
                        "<variable name=\"traffic.keys\" value=\"https://provider.example/keys\"/>",
                        "<variable name=\"traffic.issuer\" value=\"https://provider.example/t\"/>",
                        "<variable name=\"traffic.authentication\" value=\"client_secret_basic\"/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${CREDENTIAL_KEY}", "https://provider.example/${CREDENTIAL_KEY}", "a\\\"/>", "", "/path"})
    void whatIsNoAddressDoesNotReachTheServer(String endpoint) {
        String document = DOCUMENT.formatted("").replace("https://provider.example/token", endpoint);
        assertThatIllegalArgumentException().isThrownBy(() -> ProviderEndpoints.parse(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{}", "{\"issuer\": \"https://provider.example\"}"})
    void aDocumentWithoutEndpointsIsRefused(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProviderEndpoints.parse(document));
    }
}
