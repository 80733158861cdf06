package ghtraffic.e2e.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients who are not signed in, and begin bodies that they do not end. */
class SlowBodiesIT {

    private static final int CONNECTIONS = 200;
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final int HEALTH_REQUESTS = 20;
    private static final int PATIENCE = 5_000;
    private static final int LONGEST_BODY = 60_000;

    private static final List<String> ADDRESSES = List.of(
            "POST /api/v1/events/collect",
            "POST /collectStats",
            "POST /language",
            "POST /api/v1/repositories",
            "GET /api/v1/me",
            "POST /imports",
            "POST /sign-in",
            "POST /signed-in",
            "POST /health/live",
            "POST /ibm/api/social-login/redirect/oidc",
            "POST /jwt/ibm/api/nothing/token",
            "POST /oauth2/endpoint/nothing/token");

    private static World world;

    @BeforeAll
    static void start() {
        world = WorldBuilder.anew().world();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5000\r\n\r\n[", "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n"})
    void othersAreAnsweredWhileBodiesDoNotEnd(String beginning) throws IOException {
        othersAreAnsweredDuring(JSON + beginning);
    }

    /** The server's own sign-in reads forms of callers who bring credentials, whatever these are worth. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer eyJhIjoxfQ.eyJhIjoxfQ.x",
                "Authorization: Bearer gta_forged",
                "Authorization: Basic eDp5",
                "Cookie: LtpaToken2=forged"
            })
    void othersAreAnsweredWhileFormsWithForgedCredentialsDoNotEnd(String credentials) throws IOException {
        othersAreAnsweredDuring(FORM + credentials + "\r\nContent-Length: 400\r\n\r\na");
    }

    private static void othersAreAnsweredDuring(String beginning) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = connect();
                slow.add(socket);
                send(socket, start(ADDRESSES.get(i % ADDRESSES.size())) + beginning);
            }
            for (int i = 0; i < HEALTH_REQUESTS; i++) {
                try (Socket socket = connect()) {
                    send(socket, head("GET /health/live") + "Connection: close\r\n\r\n");
                    assertThat(statusLine(socket)).startsWith("HTTP/1.1 200");
                }
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatDoesNotEndIsGivenUp() throws IOException {
        try (Socket socket = connect()) {
            send(socket, head("POST /api/v1/events/collect") + "Content-Length: 5000\r\n\r\n[");
            socket.setSoTimeout(LONGEST_BODY);
            assertThat(statusLine(socket)).containsPattern(" (401|408|503)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events/collect", "/collectStats", "/language"})
    void malformedChunksAreABadRequestAndDoNotFillTheLog(String path) throws IOException {
        int before = world.console().size();
        try (Socket socket = connect()) {
            send(socket, head("POST " + path) + "Transfer-Encoding: chunked\r\n\r\nno-number\r\n");
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 400");
        }
        List<String> console = world.console();
        assertThat(console.subList(before, console.size())).noneMatch(line -> line.startsWith("\tat "));
    }

    private static Socket connect() throws IOException {
        URI address = URI.create(world.sandbox().url());
        Socket socket =
                world.sandbox().sslContext().getSocketFactory().createSocket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static String head(String request) {
        return start(request) + (request.endsWith("/language") ? FORM : JSON);
    }

    private static String start(String request) {
        return request + " HTTP/1.1\r\nHost: "
                + URI.create(world.sandbox().url()).getAuthority() + "\r\nSec-Fetch-Site: same-origin\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static @Nullable String statusLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }
}
