package ghtraffic.e2e.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that break the rules of HTTP, sent byte by byte as no client would. */
@ExtendWith(SharedWorld.class)
class MalformedRequestsIT {

    private static final int PATIENCE = 20_000;
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n";

    /** One of the application, one of the API, and one of the server. */
    private static final List<String> PATHS = List.of("/language", "/api/v1/me", "/health/live");

    private static World world;
    private static URI here;

    @BeforeAll
    static void know(World shared) {
        world = shared;
        here = URI.create(world.sandbox().url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity"
            })
    void aBodyWhoseEndIsInDoubtIsRefused(String framing) throws IOException {
        for (String path : PATHS) {
            String answer = answer("POST " + path + " HTTP/1.1", framing, "a=b&c" + NEXT);
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answers(answer)).as(path).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 0",
                "Content-Length: -1",
                "Content-Length: +5",
                "Content-Length: 5, 5",
                "Content-Length: abc",
                "Content-Length:",
                "X: y"
            })
    void whatFollowsIsNeverTakenForAnotherRequest(String framing) throws IOException {
        for (String path : PATHS) {
            assertThat(answers(answer("POST " + path + " HTTP/1.1", framing, "0\r\n\r\n" + NEXT)))
                    .as(path)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Host:",
                "Host: {host}\r\nHost: evil.example",
                "Host: evil.example/a",
                "Host: a@evil.example",
                "Host: <script>",
                "Host: a b",
                "Host: localhost:99999",
                "Host: [::1"
            })
    void aRequestForNoHostOrForTwoIsRefused(String host) throws IOException {
        for (String path : PATHS) {
            assertThat(exchange("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .doesNotContain("evil", "script");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET https://evil.example/ HTTP/1.1, 400",
        "GET / HTTP/9.9, 505",
        "GET / HTTP/2.0, 505",
        "FOO / HTTP/1.1, 405",
        "CONNECT / HTTP/1.1, 405",
        "FOO /health/live HTTP/1.1, 405",
        "GET /?q=%zz HTTP/1.1, 400",
        "GET /api/v1/repositories?q=%zz HTTP/1.1, 400",
        "GET /api/v1/repositories?q=%00 HTTP/1.1, 400",
        "GET /sign-in?%0d%0aX:y HTTP/1.1, 400",
        "GET /%c0%ae%c0%ae/ HTTP/1.1, 400",
        "GET //overview HTTP/1.1, 400",
        "GET /overview;x=1 HTTP/1.1, 400",
        "GET /api/v1/me;x HTTP/1.1, 400",
        "GET /openapi/ui/../ HTTP/1.1, 400",
        "GET /a%2fb HTTP/1.1, 400",
        "GET /a\\b HTTP/1.1, 400",
        "TRACE / HTTP/1.1, 403"
    })
    void aRequestThatBreaksTheRulesIsRefused(String line, int status) throws IOException {
        assertThat(answer(line, "Connection: close", "")).containsPattern("^HTTP/\\d\\.\\d " + status + " ");
    }

    @Test
    void aBrowserGetsAPage() throws IOException {
        assertThat(answer("GET /overview?q=%zz HTTP/1.1", "Accept: text/html\r\nConnection: close", ""))
                .startsWith("HTTP/1.1 400")
                .contains("<!DOCTYPE html>", "Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: {big}", "{many}"})
    void hugeHeadersAreRefused(String headers) throws IOException {
        String text =
                headers.replace("{big}", "x".repeat(100_000)).replace("{many}", "X: y\r\n".repeat(2_000) + "X: y");
        assertThat(answer("GET / HTTP/1.1", text + "\r\nConnection: close", ""))
                .containsPattern("^HTTP/1.1 4\\d\\d ")
                .doesNotContain("Liberty", "SRVE", "CWW");
    }

    @Test
    void aFormThatCannotBeDecodedIsNoFailure() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            for (String page : List.of("/profile", "/users", "/overview", "/language")) {
                APIResponse response = ada.page()
                        .request()
                        .post(
                                world.sandbox().url() + page,
                                RequestOptions.create()
                                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                        .setHeader("Sec-Fetch-Site", "same-origin")
                                        .setData("a=%zz"));
                assertThat(response.status()).as(page).isLessThan(500);
            }
        }
    }

    @Test
    void noneOfThemFillsTheLog() throws IOException {
        int before = world.console().size();
        answer("GET /?q=%zz HTTP/1.1", "Connection: close", "");
        answer("FOO / HTTP/1.1", "Connection: close", "");
        answer("POST /language HTTP/1.1", "Transfer-Encoding: identity", "");
        List<String> console = world.console();
        assertThat(console.subList(before, console.size())).isEmpty();
    }

    private static long answers(String text) {
        return text.lines().filter(line -> line.startsWith("HTTP/1.1 ")).count();
    }

    private static String answer(String line, String headers, String body) throws IOException {
        return exchange(line + "\r\nHost: {host}\r\nOrigin: " + world.sandbox().url()
                + "\r\nSec-Fetch-Site: same-origin\r\n" + headers + "\r\n\r\n" + body);
    }

    /** Sends the text and returns everything that comes until the server closes the connection. */
    private static String exchange(String text) throws IOException {
        try (Socket socket =
                world.sandbox().sslContext().getSocketFactory().createSocket(here.getHost(), here.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream()
                    .write(text.replace("{host}", here.getAuthority()).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
