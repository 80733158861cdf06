package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProviderDiscoveryTest {

    @Test
    void theDocumentIsReadFromTheProvider() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        byte[] document = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys"}""".formatted(address).getBytes(StandardCharsets.UTF_8);
        for (int status : new int[] {200, 404}) {
            server.createContext("/realm" + status + "/.well-known/openid-configuration", exchange -> {
                exchange.sendResponseHeaders(status, document.length);
                exchange.getResponseBody().write(document);
                exchange.close();
            });
        }
        server.start();
        try {
            assertThat(new ProviderDiscovery(address + "/realm200/").ask())
                    .hasValueSatisfying(known -> assertThat(known.token()).isEqualTo(address + "/token"));
            assertThat(new ProviderDiscovery(address + "/realm404").ask())
                    .as("an error")
                    .isEmpty();
            assertThat(new ProviderDiscovery(address + "/other").ask())
                    .as("a page that is no JSON")
                    .isEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(new ProviderDiscovery(address).ask()).as("nobody answers").isEmpty();
    }
}
