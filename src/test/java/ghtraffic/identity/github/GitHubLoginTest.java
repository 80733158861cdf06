package ghtraffic.identity.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubLoginTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com, github.com, https://api.github.com/user",
        "https://GitHub.com/, github.com, https://api.github.com/user",
        "https://octo.ghe.com, octo.ghe.com, https://api.octo.ghe.com/user",
        "https://git.example.com:8443, git.example.com:8443, https://git.example.com:8443/api/v3/user",
        "https://github.com.example.org, github.com.example.org, https://github.com.example.org/api/v3/user"
    })
    void theApiOfEachKindOfServerIsKnown(String address, String name, String api) {
        LoginServer server = new LoginServer(address);
        assertThat(server.name()).isEqualTo(name);
        assertThat(server.api("/user")).hasToString(api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[{'email':'a@b.c','primary':true,'verified':true},{'email':'d@e.f','primary':false,'verified':true}] | a@b.c",
                "[{'email':'a@b.c','primary':true,'verified':false},{'email':'d@e.f','primary':false,'verified':true}] | none",
                "[{'email':'d@e.f','verified':true}] | none",
                "[] | none"
            })
    void onlyAVerifiedPrimaryAddressCounts(String emails, String expected) {
        GitHubAnswer answer = GitHubLogin.account(
                Json.createReader(new StringReader("{\"id\":583231,\"login\":\"octocat\",\"email\":\"public@x.y\"}"))
                        .readObject(),
                Json.createReader(new StringReader(emails.replace('\'', '"'))).readArray());
        assertThat(answer).isEqualTo(new GitHubAnswer.Account(583_231, "octocat", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "/login/oauth/access_token, 10, true",
        "/api/v3/user, 10, true",
        "/login/oauth/access_token, 70000, false",
        "/api/v3/user, 70000, false",
        "/api/v3/user/emails, 70000, false"
    })
    void anAnswerThatIsTooLargeCountsAsNone(String path, int more, boolean accepted) throws Exception {
        Map<String, String> answers = Map.of(
                "/login/oauth/access_token",
                "{\"access_token\":\"gho_x\"}",
                "/api/v3/user",
                "{\"id\":583231,\"login\":\"octocat\"}",
                "/api/v3/user/emails",
                "[{\"email\":\"a@b.c\",\"primary\":true,\"verified\":true}]");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers.forEach((place, json) -> server.createContext(place, exchange -> {
            byte[] body = (json + (place.equals(path) ? " ".repeat(more) : "")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }));
        server.start();
        try {
            GitHubLogin login = new GitHubLogin();
            set(login, "address", "http://127.0.0.1:" + server.getAddress().getPort());
            set(login, "ownAddress", "https://traffic.example.com");
            assertThat(login.account("code", "verifier").toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isEqualTo(
                            accepted
                                    ? new GitHubAnswer.Account(583_231, "octocat", "a@b.c")
                                    : new GitHubAnswer.Silent());
        } finally {
            server.stop(0);
        }
    }

    private static void set(GitHubLogin login, String field, String value) throws ReflectiveOperationException {
        Field declared = GitHubLogin.class.getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(login, value);
    }
}
