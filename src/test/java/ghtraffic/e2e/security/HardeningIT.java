package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells of itself, whom it slows down, and what only an administrator may. Not set up at first. */
@TestMethodOrder(MethodOrderer.Random.class)
class HardeningIT {

    /** So often an address may fail. A failure is forgotten every two seconds, so that a few more may pass. */
    private static final int FAILURES = 30;

    private static final int MOST_TRIES = 1_000;

    /** Sends the form of the set-up with a wrong code until it has to wait, and tells the statuses. */
    private static final String GUESS = """
            async most => {
              const form = document.querySelector('main form');
              const statuses = [];
              for (let i = 0; i < most && statuses.at(-1) !== 429; i++) {
                const data = new URLSearchParams(new FormData(form));
                data.set('form:name', 'Guess');
                data.set('form:gitHubUser', 'guess');
                data.set('form:token', 'guess');
                data.set('form:code', 'AAAA-' + i);
                data.set('form:complete', 'Complete the set-up');
                const answer = await fetch(form.action, {method: 'POST', body: data});
                statuses.push(answer.status);
              }
              return statuses;
            }
            """;

    private static World world;

    /** How many lines the server had printed. */
    private static int before;

    private static List<?> guesses;
    private static Api admin;

    @BeforeAll
    static void start() {
        world = SharedWorld.empty();
        before = world.console().size();
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            guesses = (List<?>) visitor.page().evaluate(GUESS, MOST_TRIES);
            for (int i = 0; i < MOST_TRIES && visitor.page().url().endsWith("/set-up"); i++) {
                visitor.completeSetUp(world.setUpCode());
            }
        }
        admin = world.api("admin@example.com");
    }

    private static HttpResponse<String> anonymous(String path) {
        return admin.anonymous(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/signed-out",
                "/nothing-here",
                "/api/v1/me",
                "/api/v1/nothing",
                "/assets/app.css",
                "/assets/nothing",
                "/sign-in",
                "/health/live",
                "/metrics",
                "/ibm/api/social-login/nothing"
            })
    void everyAnswerCarriesTheHeadersAndNamesNoProduct(String path) {
        HttpResponse<String> answer = anonymous(path);
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(Api.header(answer, "strict-transport-security")).startsWith("max-age=");
        assertThat(Api.header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(Api.header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(Api.header(answer, "referrer-policy")).isEqualTo("same-origin");
        assertThat(Api.header(answer, "permissions-policy")).contains("camera=()");
        for (String header : List.of("strict-transport-security", "x-content-type-options", "referrer-policy")) {
            assertThat(answer.headers().allValues(header)).as(header).hasSize(1);
        }
    }

    @Test
    void noOtherOriginReadsAnswersAndNobodyIsEchoed() {
        HttpResponse<String> answer =
                admin.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/api/v1/me"))
                        .header("Authorization", "Bearer " + admin.token())
                        .header("Origin", "https://elsewhere.example"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        HttpResponse<String> trace =
                admin.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/"))
                        .method("TRACE", HttpRequest.BodyPublishers.noBody())
                        .header("X-Echo", "echoed"));
        assertThat(trace.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(trace.body()).doesNotContain("echoed");
    }

    @Test
    void onlyStrongTlsIsSpoken() throws Exception {
        assertThat(tls("TLSv1.3", "TLS_AES_128_GCM_SHA256")).isEqualTo("TLSv1.3");
        assertThat(tls("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")).isEqualTo("TLSv1.2");
        for (String weak : List.of(
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")) {
            assertThatThrownBy(() -> tls("TLSv1.2", weak)).as(weak).isInstanceOf(SSLException.class);
        }
    }

    /** Returns the protocol that the server speaks with a client that offers just this. */
    private static String tls(String protocol, String cipher) throws IOException {
        URI address = URI.create(world.sandbox().url());
        try (SSLSocket socket = (SSLSocket)
                world.sandbox().sslContext().getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing-here", "/api/v1/me", "/api/v1/nothing", "/assets/app.css", "/sign-in"})
    void ourOwnAnswersCarryThePolicy(String path) {
        assertThat(Api.header(anonymous(path), "content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void whoGuessesTheEventTokenHasToWaitAndOthersNeedNot() {
        HttpResponse<String> last = repeated(() -> event("/api/v1/events/collect", "wrong"));
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(seconds(last)).isBetween(1, 60);
        assertThat(Api.header(last, "content-type")).startsWith("application/problem+json");
        assertThat(Stream.generate(HardeningIT::rightAfterWrong).limit(FAILURES))
                .as("the right one is not even looked at, unless a failure is forgotten in this very moment")
                .contains(429);
        assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
        String line = "wrong event token from 127.0.0.1";
        awaitSecurity(line, FAILURES);
        assertThat(security(line)).noneMatch(text -> text.contains(SharedWorld.EVENT_TOKEN));
        awaitSecurity("rate limited from 127.0.0.1: wrong event token");
    }

    @Test
    void whoGuessesTheSetUpCodeHasToWait() {
        int wrong = guesses.size() - 1;
        assertThat(guesses).last().isEqualTo(429);
        assertThat(guesses.subList(0, wrong))
                .hasSizeGreaterThanOrEqualTo(FAILURES)
                .allMatch(status -> status.equals(200));
        String line = "wrong set-up code from 127.0.0.1: admin@example.com";
        awaitSecurity(line, wrong);
        assertThat(security(line)).hasSize(wrong).noneMatch(text -> text.contains("AAAA"));
    }

    @Test
    void wrongBearerTokensAreSlowedDownAndRightOnesNever() {
        String secret = "eyJhbGciOiJSUzI1NiJ9.c2VjcmV0.c2ln";
        HttpResponse<String> last = repeated(() ->
                admin.raw(HttpRequest.newBuilder(address("/api/v1/me")).header("Authorization", "Bearer " + secret)));
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(seconds(last)).isBetween(1, 60);
        assertThat(last.body()).contains("\"status\":429");
        assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(anonymous("/api/v1/me").statusCode()).isEqualTo(401);
        awaitSecurity("refused bearer token from 127.0.0.1: GET");
        assertThat(security("refused bearer token from 127.0.0.1: GET"))
                .isNotEmpty()
                .noneMatch(line -> line.contains(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/signed-in"})
    void whoSetsOutToSignInTooOftenHasToWaitAndOthersNeedNot(String path) {
        String address = path.equals("/sign-in") ? "192.0.2.7" : "192.0.2.8";
        HttpResponse<String> last = through(address, path);
        int steps = 1;
        for (; steps < MOST_TRIES && last.statusCode() == 302; steps++) {
            last = through(address, path);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(seconds(last)).isBetween(1, 60);
        assertThat(steps).isGreaterThan(180);
        assertThat(last.body()).contains("Too many attempts");
        assertThat(through("192.0.2.9", path).statusCode()).isEqualTo(302);
        awaitSecurity("rate limited from " + address + ": sign-in");
    }

    /** A call by way of the proxy that the server trusts. */
    private static HttpResponse<String> through(String address, String path) {
        return admin.raw(HttpRequest.newBuilder(address(path)).header("X-Forwarded-For", address));
    }

    @Test
    void aChangeFromAnotherSiteIsOneLineOfTheLog() {
        HttpResponse<String> answer = admin.raw(HttpRequest.newBuilder(address("/api/v1/collections"))
                .header("Origin", "https://evil.example.com")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        String line = "change from another site refused from 127.0.0.1: POST /api/v1/collections, origin"
                + " https://evil.example.com";
        awaitSecurity(line);
        assertThat(security(line)).hasSize(1);
    }

    @Test
    void anAdministratorManagesTheGitHubServers() {
        String path = "/api/v1/github-servers";
        Api stranger = world.api("viewer@example.com");
        assertThat(stranger.get(path).statusCode()).isEqualTo(403);
        assertThat(stranger.post(path, "{\"name\":\"git.example.com\"}").statusCode())
                .isEqualTo(403);
        assertThat(anonymous(path).statusCode()).isEqualTo(401);
        assertThat(admin.get(path).body()).isEqualTo("{\"items\":[{\"id\":1,\"name\":\"github.com\"}]}");
        HttpResponse<String> added = admin.post(path, "{\"name\":\"Git.Example.com\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        String server = URI.create(Objects.requireNonNull(Api.header(added, "location")))
                .getPath();
        assertThat(admin.get(server).body()).contains("\"name\":\"git.example.com\"");
        assertThat(admin.post(path, "{\"name\":\"git.example.com\"}").statusCode())
                .isEqualTo(409);
        for (String none : List.of("127.0.0.1", "localhost", "https://git.example.com", "a@b.example.com", "")) {
            HttpResponse<String> refused = admin.post(path, "{\"name\":\"" + none + "\"}");
            assertThat(refused.statusCode()).as(none).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"name\"");
        }
        assertThat(admin.post(path, "{\"name\":\"nowhere.invalid\"}").statusCode())
                .isEqualTo(422);
        assertThat(admin.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(stranger.delete(server).statusCode()).isEqualTo(403);
        assertThat(admin.delete(server).statusCode()).isEqualTo(204);
        assertThat(admin.delete(server).statusCode()).isEqualTo(404);
        assertThat(admin.delete(path + "/1").statusCode()).isEqualTo(409);
    }

    @Test
    void anAdministratorManagesTheGitHubServersInAPage() {
        try (Visitor ada = world.visitor()) {
            ada.signIn("admin@example.com");
            ada.open("/users");
            ada.page().getByText("GitHub servers").click();
            assertThat(ada.heading()).isEqualTo("GitHub servers");
            for (String refused : List.of("", "localhost", "nowhere.invalid", "GitHub.com")) {
                ada.page().getByLabel("Host name").fill(refused);
                ada.press("Add");
                assertThat(ada.page().getByRole(AriaRole.ALERT).innerText())
                        .as(refused)
                        .endsWith(".");
            }
            ada.page().getByLabel("Host name").fill(" Git.Example.com ");
            ada.press("Add");
            assertThat(ada.text()).contains("Repositories of that server can be tracked now.", "git.example.com");
            Look.at(ada, "github-servers");
            ada.page().getByText("Remove git.example.com").click();
            ada.press("Remove the server");
            assertThat(ada.text()).contains("The server is removed.").doesNotContain("git.example.com");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void anAdministratorHasTheCredentialsEncryptedAnew() {
        String path = "/api/v1/credentials/re-encryption";
        assertThat(world.api("viewer@example.com").post(path, "").statusCode()).isEqualTo(403);
        HttpResponse<String> done = admin.post(path, "");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).isEqualTo("{\"reencrypted\":0,\"unreadable\":0}");
    }

    private interface Attempt {
        HttpResponse<String> make();
    }

    private static HttpResponse<String> repeated(Attempt attempt) {
        Map<Integer, Integer> answers = new HashMap<>();
        HttpResponse<String> last = attempt.make();
        for (int i = 1; i < MOST_TRIES && last.statusCode() != 429; i++) {
            answers.merge(last.statusCode(), 1, Integer::sum);
            last = attempt.make();
        }
        assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                .as("an office may fail so often: " + answers)
                .isGreaterThanOrEqualTo(FAILURES);
        return last;
    }

    private static int rightAfterWrong() {
        HttpResponse<String> wrong = event("/collectStats", "wrong");
        for (int i = 0; i < MOST_TRIES && wrong.statusCode() != 429; i++) {
            wrong = event("/collectStats", "wrong");
        }
        return event("/collectStats", SharedWorld.EVENT_TOKEN).statusCode();
    }

    private static HttpResponse<String> event(String path, String token) {
        return admin.raw(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
    }

    private static URI address(String path) {
        return URI.create(world.sandbox().url() + path);
    }

    private static int seconds(HttpResponse<String> answer) {
        return Integer.parseInt(Objects.requireNonNull(Api.header(answer, "retry-after")));
    }

    /** The console is read beside the tests. */
    private static void awaitSecurity(String text) {
        awaitSecurity(text, 1);
    }

    private static void awaitSecurity(String text, int lines) {
        await("lines of the log").until(() -> security(text).size() >= lines);
    }

    private static List<String> security(String text) {
        return world.console().stream()
                .skip(before)
                .filter(line -> line.contains("SECURITY " + text))
                .toList();
    }
}
