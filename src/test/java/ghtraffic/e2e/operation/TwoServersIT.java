package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.DebianPackage;
import ghtraffic.e2e.world.Load;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.standin.faults.Failure;
import ghtraffic.wire.WireDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database, which they reach through IBM's Db2 driver: one of them collects by the schedule, and the other goes
 * on when it dies.
 */
@Tag("survival")
class TwoServersIT {

    private static final int REPOSITORIES = 6;
    private static final int PROXY = 19_385;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String LATER = "{\"now\": \"2027-01-31T10:00:00Z\"}";

    private static WireDatabase database;
    private static World first;
    private static World second;

    @BeforeAll
    static void start() throws Exception {
        database = new WireDatabase();
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Map<String, String> settings = new HashMap<>();
        settings.put("DB2_URI", database.db2Uri());
        settings.put("CREDENTIAL_KEY", Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        settings.put("COLLECT_SCHEDULE", "hourly");
        settings.put("SHUTDOWN_DELAY_SECONDS", "6");
        settings.put("LTPA_PASSWORD", "as the operator draws it");
        settings.put("LTPA_FILE", ltpaKeys("as the operator draws it").toString());
        List<Path> libraries = List.of(Path.of(DerbyDatabaseType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<World> other = beside.submit(() -> World.create(settings, libraries));
            first = World.create(settings, libraries);
            second = other.get();
        } finally {
            beside.shutdown();
        }
        first.setUp();
    }

    /** Makes the keys that both servers have a copy of. */
    private static Path ltpaKeys(String password) throws IOException, InterruptedException {
        Path keys = Files.createDirectories(World.PROJECT.resolve("target/e2e")).resolve("ltpa.keys");
        Files.deleteIfExists(keys);
        Process making = new ProcessBuilder(
                        World.PROJECT
                                .resolve("target/liberty/wlp/bin/securityUtility")
                                .toString(),
                        "createLTPAKeys",
                        "--file=" + keys,
                        "--password=" + password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(making.waitFor()).isZero();
        return keys;
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        database.close();
    }

    @Test
    void oneCollectsAndTheOtherTakesOverWithinTwoMinutes() throws Exception {
        Api one = first.api("admin@example.com");
        Api other = second.api("admin@example.com");
        for (int i = 1; i <= REPOSITORIES; i++) {
            one.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-000" + i + "\"}");
        }
        long runs = awaitAllCollected(one);
        for (World world : List.of(first, second)) {
            world.sandbox()
                    .gitHub()
                    .fail(Failure.of(Failure.Kind.SLOW)
                            .below("/repos/acme/load-000")
                            .withDelay(Duration.ofSeconds(10)));
        }
        int askedFirst = first.sandbox().gitHub().requestCount();
        int askedSecond = second.sandbox().gitHub().requestCount();
        other.put("/sandbox/clock", LATER);
        one.put("/sandbox/clock", LATER);

        Map<?, ?> run = awaitRun(one, runs + 1);
        assertThat(run.get("trigger")).isEqualTo("schedule");
        boolean byTheFirst = isTheFirstAsking(askedFirst, askedSecond);
        World collecting = byTheFirst ? first : second;
        World idle = byTheFirst ? second : first;
        Api survivor = byTheFirst ? other : one;
        collecting.sandbox().killApplication();
        idle.sandbox().gitHub().recover();
        Map<?, ?> next = awaitRun(survivor, runs + 2);
        assertThat(next.get("trigger")).isEqualTo("schedule");
        assertThat(survivor.finished(idle.sandbox().url() + "/api/v1/collections/" + next.get("id")))
                .containsEntry("state", "finished")
                .containsEntry("total", (long) REPOSITORIES)
                .containsEntry("done", (long) REPOSITORIES);
        assertThat(Api.json(survivor.get("/api/v1/collections/" + run.get("id"))))
                .containsEntry("state", "interrupted");
        assertThat(lines(survivor)).isEqualTo(1 + REPOSITORIES * 15);
        collecting.sandbox().gitHub().recover();
        collecting.sandbox().startApplication();
    }

    @Test
    void oneBrowserIsSignedInOnBothAndSignsOutOfBoth() {
        try (Visitor visitor = first.visitor()) {
            visitor.signIn("admin@example.com");
            visitor.page().navigate(second.sandbox().url() + "/profile");
            assertThat(visitor.heading()).isEqualTo("Ada Admin");
            assertThat(visitor.hosts()).doesNotContain(second.sandbox().issuer().replaceFirst("/oidc.*", ""));
            visitor.open("/overview");
            visitor.press("Sign out");
            assertThat(visitor.heading()).isEqualTo("You are signed out");
            for (World world : List.of(first, second)) {
                assertThat(visitor.page()
                                .request()
                                .get(
                                        world.sandbox().url() + "/profile",
                                        RequestOptions.create().setMaxRedirects(0))
                                .headers())
                        .containsEntry("location", "/sign-in");
            }
        }
    }

    /** As behind a balancer without sticky sessions: whatever follows the provider's answer reaches the other server. */
    @Test
    void aSignInThatBeginsOnOneServerEndsOnTheOther() throws Exception {
        Path certificate = Files.writeString(World.PROJECT.resolve("target/e2e/first.pem"), first.certificatePem());
        second.sandbox()
                .restartApplication(
                        Map.of(
                                "APPID_OAUTH_SERVER_URL", first.sandbox().issuer(),
                                "APPID_SECRET", first.sandbox().clientSecret(),
                                "FULL_HOSTNAME", first.sandbox().url(),
                                "TRUSTED_CERTIFICATES", certificate.toString()),
                        200);
        try (Visitor visitor = first.visitor()) {
            visitor.goToSignIn();
            APIRequestContext browser = visitor.page().request();
            RequestOptions form = RequestOptions.create()
                    .setForm(FormData.create()
                            .set("j_username", "admin@example.com")
                            .set("j_password", "sandbox"))
                    .setMaxRedirects(0);
            String next = location(browser.post(
                    (String) visitor.page().locator("form").first().evaluate("form => form.action"), form));
            while (!next.startsWith(first.sandbox().url())) {
                next = location(browser.get(next, RequestOptions.create().setMaxRedirects(0)));
            }
            while (!next.equals("/overview")) {
                String onTheOther =
                        next.replace(first.sandbox().url(), second.sandbox().url());
                next = location(browser.get(onTheOther, RequestOptions.create().setMaxRedirects(0)));
            }
            for (World world : List.of(second, first)) {
                assertThat(browser.get(world.sandbox().url() + "/api/v1/me").text())
                        .contains("admin@example.com");
            }
        } finally {
            second.sandbox().restartApplication(Map.of(), 200);
        }
    }

    private static String location(APIResponse response) {
        return Objects.requireNonNull(response.headers().get("location"), response::url);
    }

    @Test
    void aRestartOfEachBehindHaproxyLosesNoRequestAndAKilledOneIsSoonOut() throws Exception {
        Api admin = first.api("admin@example.com");
        String token =
                String.valueOf(Api.json(admin.post("/api/v1/tokens", "{\"name\":\"load\",\"scopes\":[\"manage\"]}"))
                        .get("token"));
        try (Visitor visitor = first.visitor()) {
            visitor.signIn("admin@example.com");
            String cookies = visitor.page().context().cookies(first.sandbox().url()).stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            Map.Entry<String, String> session = Map.entry("Cookie", cookies);
            Map.Entry<String, String> bearer = Map.entry("Authorization", "Bearer " + token);
            Process haproxy = haproxy();
            try (Load load = new Load(
                    first.sandbox().sslContext(),
                    URI.create("https://localhost:" + PROXY + "/api/v1/repositories"),
                    List.of(session, session, bearer, bearer))) {
                await("answers").until(() -> load.answered() > 20);
                // HAProxy was still starting.
                load.failures();
                for (World world : List.of(first, second)) {
                    world.sandbox().restartApplication(Map.of(), 200);
                    int before = load.answered();
                    await("answers").until(() -> load.answered() > before + 50);
                    assertThat(load.failures()).as("failed requests").isEmpty();
                }
                second.sandbox().killApplication();
                await("that the killed server is out")
                        .during(Duration.ofSeconds(4))
                        .atMost(Duration.ofSeconds(12))
                        .until(() -> load.failures().isEmpty());
                second.sandbox().startApplication();
            } finally {
                haproxy.destroy();
                haproxy.waitFor();
            }
        }
    }

    private static Process haproxy() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(World.PROJECT.resolve("target/e2e/haproxy"));
        Path certificate = folder.resolve("traffic.pem");
        try {
            Files.writeString(certificate, first.certificatePem() + first.privateKeyPem());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Path configuration = Files.writeString(
                folder.resolve("haproxy.cfg"),
                Files.readString(World.PROJECT.resolve("docs/deployment/haproxy.cfg"))
                        .replace("bind :443", "bind 127.0.0.1:" + PROXY)
                        .replace("/etc/haproxy/traffic.pem", certificate.toString())
                        .replace("127.0.0.1:9443", "127.0.0.1:" + port(first))
                        .replace("127.0.0.1:9543", "127.0.0.1:" + port(second)));
        Path command = new DebianPackage("haproxy", List.of(Path.of("/usr/sbin/haproxy"))).command();
        return new ProcessBuilder(command.toString(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int port(World world) {
        return URI.create(world.sandbox().url()).getPort();
    }

    @Test
    void aRightThatIsTakenBackOnOneServerIsGoneOnTheOther() {
        Api admin = first.api("admin@example.com");
        Api viewer = second.api("viewer@example.com");
        String user = String.valueOf(Api.json(admin.post("/api/v1/users", "{\"email\":\"viewer@example.com\"}"))
                .get("id"));
        String grant = "{\"user\":" + user + ",\"tenant\":100,\"role\":\"tenant\"}";
        String path = "/api/v1/tenants/100/discovery";
        assertThat(viewer.get(path).statusCode()).isEqualTo(404);
        assertThat(admin.post("/api/v1/grants", grant).statusCode()).isEqualTo(204);
        assertThat(viewer.get(path).statusCode()).isEqualTo(200);
        Map<String, Object> made = Api.json(viewer.post("/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"manage\"]}"));
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        URI.create(second.sandbox().url() + path))
                .header("Authorization", "Bearer " + made.get("token"));
        assertThat(viewer.raw(asked).statusCode()).isEqualTo(200);

        admin.delete("/api/v1/grants?tenant=100&role=tenant&user=" + user);
        assertThat(viewer.get(path).statusCode()).isEqualTo(404);
        assertThat(viewer.raw(asked).statusCode()).isEqualTo(404);
        admin.patch("/api/v1/users/" + user, "{\"disabled\":true}");
        assertThat(viewer.get("/api/v1/me").statusCode()).isEqualTo(403);
        admin.delete("/api/v1/users/" + user);
        assertThat(viewer.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(viewer.raw(asked).statusCode())
                .as("tokens of a removed user")
                .isEqualTo(401);
    }

    /** What the server itself guards by the roles, it may remember for half a minute. */
    @Test
    void aRoleThatIsTakenBackOnOneServerIsGoneOnTheOtherWithinHalfAMinute() {
        Api admin = first.api("admin@example.com");
        Api maintainer = second.api("stranger@example.com");
        await("the second server to know the provider's keys")
                .atMost(LIMIT)
                .until(() -> maintainer.get("/api/v1/me").statusCode() == 200);
        String user = "/api/v1/users/"
                + Api.json(admin.post("/api/v1/users", "{\"email\":\"stranger@example.com\"}"))
                        .get("id");
        admin.patch(user, "{\"roles\":[\"sysmaint\"]}");
        assertThat(maintainer.get("/metrics").statusCode()).isEqualTo(200);
        admin.patch(user, "{\"roles\":[]}");
        await("the role to be gone")
                .atMost(Duration.ofSeconds(40))
                .until(() -> maintainer.get("/metrics").statusCode() == 403);
        admin.delete(user);
    }

    @Test
    void bothGoOnWhenTheDatabaseThatWentAwayIsBack() {
        Api admin = first.api("admin@example.com");
        String id = admin.track("widgets");
        String widgets = "/api/v1/repositories/" + id;
        admin.post("/api/v1/collections", "{\"repository\":" + id + "}");
        String traffic = await("its collection")
                .atMost(LIMIT)
                .until(() -> admin.get(widgets + "/traffic").body(), body -> body.contains("\"views\":5"));
        assertThat(admin.get("/api/v1/repositories?q=wid&size=1").body()).contains("widgets");

        try (Visitor visitor = first.visitor()) {
            visitor.signIn("admin@example.com");
            database.stopServer();
            // Neither server has seen whom it is asked for, and so would ask the database who he is.
            HttpResponse<String> lost = first.api("viewer@example.com").get(widgets + "/traffic");
            assertThat(lost.statusCode()).as(lost.body()).isEqualTo(503);
            assertThat(lost.body()).contains("The database cannot be reached").doesNotContain("SQL");
            visitor.page().navigate(second.sandbox().url() + "/");
            assertThat(visitor.heading()).isEqualTo("The database cannot be reached");
            APIRequestContext browser = visitor.page().request();
            assertThat(browser.get(second.sandbox().url() + "/api/v1/me").status())
                    .isEqualTo(503);
            assertThat(browser.get(second.sandbox().url() + "/health/ready").status())
                    .isEqualTo(503);
            Look.at(visitor, "database-lost");
            visitor.open("/profile");
            assertThat(visitor.heading()).isEqualTo("The database cannot be reached");

            database.startServer();
            visitor.page()
                    .locator("a", new Page.LocatorOptions().setHasText("Try again"))
                    .click();
            // Let in again without a question.
            PlaywrightAssertions.assertThat(visitor.page().locator("h1"))
                    .hasText("Ada Admin", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(visitor.complaints())
                    .filteredOn(one -> !one.contains("503"))
                    .isEmpty();
        } finally {
            database.startServer();
        }
        assertThat(admin.get(widgets + "/traffic").body()).isEqualTo(traffic);
        assertThat(admin.anonymous("/health/ready").statusCode()).isEqualTo(200);
        assertThat(admin.delete(widgets).statusCode()).isEqualTo(204);
    }

    private static long lines(Api api) {
        return api.get("/api/v1/traffic.csv").body().lines().count();
    }

    /** How many runs it took the servers until each repository was collected. */
    private static long awaitAllCollected(Api api) {
        Map<String, Object> log = await("all to be collected")
                .atMost(LIMIT)
                .until(
                        () -> Api.json(api.get("/api/v1/collections")),
                        one -> !one.toString().contains("running") && lines(api) == 1 + REPOSITORIES * 15);
        return (long) Objects.requireNonNull(log.get("total"));
    }

    /** Whether it is the first server that asks its GitHub, as soon as one of them does. */
    private static boolean isTheFirstAsking(int firstBefore, int secondBefore) {
        await("a question to GitHub")
                .atMost(LIMIT)
                .until(() -> first.sandbox().gitHub().requestCount() > firstBefore
                        || second.sandbox().gitHub().requestCount() > secondBefore);
        return first.sandbox().gitHub().requestCount() > firstBefore;
    }

    /** The newest run, as soon as there are so many. */
    private static Map<?, ?> awaitRun(Api api, long runs) {
        Map<String, Object> log = await("a run to begin")
                .atMost(LIMIT)
                .until(
                        () -> Api.json(api.get("/api/v1/collections")),
                        one -> one.get("total") instanceof Long total && total >= runs);
        assertThat(log).containsEntry("total", runs);
        return (Map<?, ?>) ((List<?>) Objects.requireNonNull(log.get("items"))).get(0);
    }
}
