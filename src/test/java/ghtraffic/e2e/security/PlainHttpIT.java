package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The port for plain HTTP, seen by a proxy that the server trusts (127.0.0.1) and by somebody else (127.0.0.2). */
@ExtendWith(SharedWorld.class)
class PlainHttpIT {

    private static final String PROXY = "127.0.0.1";
    private static final String SOMEBODY = "127.0.0.2";
    private static final List<String> FORWARDED = List.of("X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https");

    private static String address;
    private static String token;

    @BeforeAll
    static void know(World world) {
        address = world.sandbox().url();
        token = "Authorization: Bearer " + world.api("admin@example.com").token();
    }

    @Test
    void pagesAreRedirectedToHttps() throws IOException {
        for (String path : List.of("/", "/overview?range=WEEK", "/openapi", "/no/such/page", "/metrics")) {
            assertThat(answer(SOMEBODY, "GET " + path, List.of()))
                    .as(path)
                    .startsWith("HTTP/1.1 308")
                    .contains("Location: " + address + path + "\r\n")
                    .doesNotContain("Liberty");
        }
    }

    @Test
    void onlyATrustedProxyMayTellThatTheUserCameByHttps() throws IOException {
        assertThat(answer(PROXY, "GET /", FORWARDED)).startsWith("HTTP/1.1 200");
        assertThat(answer(SOMEBODY, "GET /", FORWARDED)).startsWith("HTTP/1.1 308");
        assertThat(answer(PROXY, "GET /", List.of())).startsWith("HTTP/1.1 308");
    }

    @Test
    void aTokenThatEverybodyCouldReadIsRefused() throws IOException {
        for (String path : List.of("/api/v1/me", "/metrics")) {
            assertThat(answer(SOMEBODY, "GET " + path, List.of(token)))
                    .as(path)
                    .startsWith("HTTP/1.1 403")
                    .contains("compromised", "revoke it");
        }
        assertThat(answer(PROXY, "GET /api/v1/me", List.of(token, FORWARDED.get(0), FORWARDED.get(1))))
                .startsWith("HTTP/1.1 200")
                .contains("admin@example.com");
    }

    @Test
    void changesAreRefusedAndHealthIsAnswered() throws IOException {
        assertThat(answer(SOMEBODY, "POST /sign-out", List.of("Content-Length: 0")))
                .startsWith("HTTP/1.1 403")
                .contains("over HTTPS");
        assertThat(answer(SOMEBODY, "GET /health/live", List.of())).startsWith("HTTP/1.1 200");
    }

    @Test
    void nobodyCanSendThePrivateHeadersOfTheServer() throws IOException {
        List<String> headers = List.of("$WSIS: true", "$WSSC: https", "$WSSN: evil.example", "$WSSP: 443");
        for (String from : List.of(PROXY, SOMEBODY)) {
            assertThat(answer(from, "GET /overview", headers))
                    .as(from)
                    .startsWith("HTTP/1.1 308")
                    .doesNotContain("evil.example");
        }
    }

    /** Returns the answer as it came, with its headers. */
    private static String answer(String from, String request, List<String> headers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(20_000);
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName(PROXY), SharedWorld.HTTP_PORT));
            String text = request + " HTTP/1.1\r\nHost: localhost:" + SharedWorld.HTTP_PORT
                    + "\r\nConnection: close\r\n"
                    + String.join(
                            "", headers.stream().map(line -> line + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
