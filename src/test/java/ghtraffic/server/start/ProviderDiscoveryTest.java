package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderDiscoveryTest {

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
        assertThat(ProviderDiscovery.choice("{\"token_endpoint_auth_methods_supported\": " + offered + "}"))
                .isEqualTo(chosen);
        assertThat(ProviderDiscovery.choice("{\"issuer\": \"https://provider.example\"}"))
                .isEqualTo("client_secret_basic");
    }

    @Test
    void theDocumentIsReadFromTheProvider() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> {
            byte[] body = "{\"token_endpoint_auth_methods_supported\": [\"client_secret_post\"]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(ProviderDiscovery.clientAuthentication(address + "/realm/"))
                    .isEqualTo("client_secret_post");
            assertThat(ProviderDiscovery.clientAuthentication(address + "/other"))
                    .as("a page that is no JSON")
                    .isEqualTo("client_secret_basic");
        } finally {
            server.stop(0);
        }
        assertThat(ProviderDiscovery.clientAuthentication(address))
                .as("nobody answers")
                .isEqualTo("client_secret_basic");
    }
}
