package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.server.driver.Db2Uri;
import ghtraffic.wire.WireDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server without its settings, one that has them from services which the platform binds, and one with another provider. */
class ConfigurationIT {

    private static WireDatabase database;
    private static World world;

    @BeforeAll
    static void start() throws Exception {
        database = new WireDatabase();
        Path derbySupport = Path.of(DerbyDatabaseType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        world = World.withoutApplication(List.of(derbySupport));
    }

    @AfterAll
    static void stop() {
        world.close();
        database.close();
    }

    @Test
    void aServerWithoutSettingsSaysWhichAndRunsNothing() throws Exception {
        Api admin = world.api("admin@example.com");
        String broken = "{\"dashDB\": [{\"name\": \"numbers\", \"credentials\": {\"password\": \"hunter2\"}}]}";
        int before = world.console().size();
        world.sandbox()
                .restartApplication(
                        Map.of("APPID_SECRET", "", "CREDENTIAL_KEY", "", "LTPA_PASSWORD", "", "VCAP_SERVICES", broken),
                        503);
        HttpResponse<String> problem = admin.get("/api/v1/me");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(Api.header(problem, "content-type")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("APPID_SECRET, CREDENTIAL_KEY, LTPA_PASSWORD");
        for (String path :
                List.of("/", "/overview", "/no/such/page", "/sign-in", "/set-up.xhtml", "/assets/chart.js")) {
            HttpResponse<String> answer = admin.anonymous(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("The application does not run").doesNotContain("hunter2");
        }
        HttpRequest.Builder german =
                HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/")).header("Accept-Language", "de");
        assertThat(admin.raw(german).body())
                .contains("lang=\"de\"", "Die Anwendung läuft nicht", "<code>APPID_SECRET</code> fehlt.");
        HttpRequest.Builder event = HttpRequest.newBuilder(
                        URI.create(world.sandbox().url() + "/collectStats"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(admin.raw(event).statusCode()).isEqualTo(503);
        assertThat(admin.anonymous("/health/ready").body()).contains("DOWN");
        assertThat(admin.anonymous("/health/live").statusCode()).isEqualTo(200);
        try (Visitor visitor = world.visitor()) {
            visitor.open("/overview");
            assertThat(visitor.heading()).isEqualTo("The application does not run");
            assertThat(visitor.text())
                    .contains("APPID_SECRET", "CREDENTIAL_KEY", "dashDB “numbers” lacks the credential username")
                    .doesNotContain("FULL_HOSTNAME");
            Look.at(visitor, "not-configured");
        }
        await("what is missing, in the log")
                .until(() -> said(before).stream()
                        .anyMatch(line -> line.contains(
                                "these settings are missing: APPID_SECRET, CREDENTIAL_KEY, LTPA_PASSWORD")));
        assertThat(said(before))
                .noneMatch(line -> line.contains("hunter2"))
                .noneMatch(line -> line.contains("set-up code"));
    }

    /** What the server printed since. */
    private static List<String> said(int before) {
        return world.console().stream().skip(before).toList();
    }

    @Test
    void boundServicesAreTheDatabaseAndTheProvider() throws Exception {
        Db2Uri db2 = Db2Uri.parse(database.db2Uri());
        URI place = URI.create(db2.jdbcUrl().substring("jdbc:".length()));
        String services = """
                {"AppID": [{"name": "sign-in", "credentials": {"clientId": "%s", "secret": "%s", "oauthServerUrl": "%s"}}],
                 "dashDB For Transactions": [{"name": "numbers", "credentials":
                   {"uri": "db2://%s:%s@%s:%d%s?ssl=false"}}]}""".formatted(
                        world.sandbox().clientId(),
                        world.sandbox().clientSecret(),
                        world.sandbox().issuer(),
                        db2.user(),
                        db2.password(),
                        place.getHost(),
                        place.getPort(),
                        place.getPath().replaceAll(":.*", ""));
        world.sandbox()
                .restartApplication(
                        Map.of(
                                "VCAP_SERVICES",
                                services,
                                "APPID_CLIENT_ID",
                                "",
                                "APPID_SECRET",
                                "",
                                "APPID_OAUTH_SERVER_URL",
                                ""),
                        200);
        world.setUp();
        Api admin = world.api("admin@example.com");
        assertThat(admin.get("/api/v1/me").body()).contains("admin@example.com");
        assertThat(admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"widgets\"}")
                        .statusCode())
                .isEqualTo(201);

        database.stopServer();
        assertThat(admin.get("/api/v1/repositories").statusCode()).isEqualTo(503);
        database.startServer();
        assertThat(admin.get("/api/v1/repositories").body()).contains("widgets");
    }

    @Test
    void whereTheProviderSignsNobodyOutThePageSaysSo() throws Exception {
        byte[] metadata = metadata().replace("end_session_endpoint", "none").getBytes(StandardCharsets.UTF_8);
        HttpsServer discovery = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        discovery.setHttpsConfigurator(new HttpsConfigurator(world.certified()));
        discovery.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, metadata.length);
            exchange.getResponseBody().write(metadata);
            exchange.close();
        });
        discovery.start();
        try {
            world.sandbox()
                    .restartApplication(
                            Map.of(
                                    "APPID_OAUTH_SERVER_URL",
                                    "https://localhost:"
                                            + discovery.getAddress().getPort()),
                            200);
            world.setUp();
            try (Visitor visitor = world.visitor()) {
                visitor.signIn("admin@example.com");
                visitor.press("Sign out");
                assertThat(visitor.heading()).isEqualTo("You are signed out");
                assertThat(visitor.text()).contains("the identity provider could not be told");
                Look.at(visitor, "signed-out-here-only");
                visitor.open("/overview");
                assertThat(visitor.heading()).as("the provider knows him still").isEqualTo("Overview");
            }
        } finally {
            discovery.stop(0);
        }
    }

    /** What the provider says of itself. */
    private static String metadata() {
        try (Visitor visitor = world.visitor()) {
            return visitor.page()
                    .request()
                    .get(world.sandbox().issuer() + "/.well-known/openid-configuration")
                    .text();
        }
    }
}
