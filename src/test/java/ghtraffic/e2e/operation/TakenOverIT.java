package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application starts on a database of the Python application, with all that accumulates there in years. */
class TakenOverIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
    private static final Path DATA = PROJECT.resolve("target/e2e/taken-over-data");
    private static final String URL = "jdbc:h2:" + DATA.resolve("traffic") + ";MODE=DB2;WRITE_DELAY=0";

    /** As its first-run page and its collector leave them, with duplicates and orphans. */
    private static final List<String> ROWS = List.of(
            "insert into ghorgusers (oid, username, usertype) values (1001, 'acme', 'O'), (1002, 'ghost', 'U')",
            "insert into repos (rid, rname, ghserverid, oid, schedule)"
                    + " values (1001, 'widgets', 1, 1001, 0), (1002, 'old-name', 1, 1001, 0), (1003, 'gone', 1, 1002, 0),"
                    + " (1004, 'Widgets', 1, 1001, 0), (1005, 'no-server', 7, 1001, 0), (1006, 'no-owner', 1, 4711, 0)",
            "insert into adminusers (aid, auser, email) values (100, 'Admin', 'Admin@Example.com'),"
                    + " (101, 'Viewer', 'viewer@example.com')",
            "insert into tenants (tid, fname, lname, email, ghuser, ghtoken)"
                    + " values (100, 'Ann', null, 'Admin@Example.com', 'octo-dev', 'sandbox-token'),"
                    + " (101, 'Old', null, 'old@example.com', 'octo-old', 'revoked-token')",
            "insert into adminroles (aid, role) values (100, 5), (100, 1), (101, 16)",
            "insert into admintenantreporoles (aid, tid, role) values (100, 100, 4)",
            "insert into admintenantreporoles (aid, tid, role, rid) values (101, 100, 16, 1001), (999, 100, 8, null)",
            "insert into tenantrepos (tid, rid) values (100, 1001), (100, 1001), (100, 1002), (100, 1003), (100, 1004),"
                    + " (100, 1005), (100, 1006), (100, 4711), (999, 1001)",
            "insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques) values"
                    + " (1001, '2020-01-01', 5, 4, 3, 2), (1001, '2020-01-01', 3, 5, 4, 1), (1001, '2020-01-03', 7, 1, 0, 0),"
                    + " (1002, '2020-01-01', 1, 1, 1, 1), (1004, '2020-01-03', 2, 3, 1, 1),"
                    + " (1005, '2020-01-03', 1, 1, 1, 1), (1006, '2020-01-03', 1, 1, 1, 1), (4711, '2020-01-01', 9, 9, 9, 9)",
            "insert into systemlog (tid, completed, numrepos, state) values (100, '2020-01-03 06:00:00', 3, 'done')");

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        World.delete(DATA);
        Files.createDirectories(DATA);
        List<String> schema = Arrays.stream(Files.readString(
                                PROJECT.resolve("src/main/resources/db/migration/V1__seed_schema.sql"),
                                StandardCharsets.UTF_8)
                        .replace("${organize}", "")
                        .split(";\n"))
                .filter(statement -> !statement.isBlank())
                .toList();
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            for (String sql : schema) {
                statement.execute(sql);
            }
            for (String sql : ROWS) {
                statement.execute(sql);
            }
        }
        world = World.create(
                Map.of("DATA_DIR", DATA.toString(), "COLLECT_SCHEDULE", "hourly", "EVENT_TOKEN", "event"), List.of());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void nothingIsLostAndTheWorkGoesOn() throws Exception {
        Api admin = world.api("admin@example.com");
        noRowBreaksAnything(admin);
        collectingWaits(admin);
        assertThat(admin.get("/api/v1/me").body()).contains("admin", "tenant", "Ann");
        assertThat(old(admin, 1001)).containsExactly("1001,2020-01-01,5,5,4,2", "1001,2020-01-03,7,1,0,0");
        assertThat(old(world.api("viewer@example.com"), 1001)).hasSize(2);
        assertThat(world.api("viewer@example.com")
                        .get("/api/v1/repositories/1002")
                        .statusCode())
                .isEqualTo(404);
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
            assertThat(visitor.text()).contains("Nothing is collected yet");
            Look.at(visitor, "taken-over");
            anAdministratorLooksAndStarts(visitor);
        }

        Map<String, Object> run = theFirstRun(admin);
        assertThat(run).containsEntry("total", 3L).containsEntry("done", 2L).containsEntry("failed", 1L);
        assertThat(run).containsEntry("trigger", "schedule");
        assertThat(String.valueOf(run.get("errors"))).contains("ghost/gone").contains("no such repository");
        assertThat(admin.get("/api/v1/repositories/1002").body())
                .contains("\"name\":\"renamed\"")
                .contains("acme/old-name");
        assertThat(old(admin, 1001))
                .as("with the larger numbers of its twin")
                .containsExactly("1001,2020-01-01,5,5,4,2", "1001,2020-01-03,7,3,1,1");
        assertThat(old(admin, 1002)).containsExactly("1002,2020-01-01,1,1,1,1");

        findingsAreRepaired(admin);

        world.sandbox().killApplication();
        assertThat(rows("select rid, tdate, viewcount from repotraffic where rid = 4711"))
                .as("an orphan may be all that is left of something")
                .containsExactly("4711 2020-01-01 9");
        assertThat(rows("select numrepos, state from systemlog where tid = 100 order by completed"))
                .containsExactly("3 done", "3 1 of 3 failed");
        assertThat(rows("select count(*) from tenantrepos")).containsExactly("5");
        assertThat(rows("select ghtoken from tenants where tid = 100"))
                .as("the plain token was encrypted, and GitHub was read with it")
                .singleElement()
                .satisfies(stored ->
                        assertThat(stored).doesNotContain("sandbox-token").matches("[\\w-]+(\\.[\\w-]*){4}"));
        assertThat(world.console())
                .anyMatch(line -> line.contains("token of tenant 100 was in plain text and is encrypted now"))
                .anyMatch(line -> line.contains("credential of tenant 101 cannot be used: GitHub does not accept"))
                .anyMatch(line -> line.contains("1 of this kind: traffic-without-repository"))
                .noneMatch(line -> line.contains("sandbox-token") || line.contains("revoked-token"));
    }

    private static void noRowBreaksAnything(Api admin) {
        for (String call : List.of(
                "repositories",
                "repositories.csv",
                "traffic",
                "traffic.csv?from=2020-01-01&to=2020-01-31",
                "repositories/discoverable",
                "collections",
                "users",
                "users/101",
                "grants?tenant=100",
                "tenants/100",
                "github-servers",
                "findings")) {
            HttpResponse<String> answer = admin.get("/api/v1/" + call);
            assertThat(answer.statusCode()).as(call).isEqualTo(200);
            if (!call.equals("findings")) {
                assertThat(answer.body()).as(call).doesNotContain("no-server", "no-owner");
            }
        }
        for (String missing : List.of("1005", "1006", "4711")) {
            assertThat(admin.get("/api/v1/repositories/" + missing).statusCode())
                    .isEqualTo(404);
        }
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            for (String page : List.of(
                    "/overview",
                    "/daily",
                    "/weekly",
                    "/compare",
                    "/repositories",
                    "/repository?id=1001",
                    "/search?q=no-",
                    "/discover",
                    "/import",
                    "/collections",
                    "/users",
                    "/user?id=101",
                    "/tenants",
                    "/tenant?tenant=100",
                    "/github-servers",
                    "/audit")) {
                visitor.open(page);
                assertThat(visitor.heading()).as(page).isNotEqualTo("Something failed here");
                assertThat(visitor.text()).as(page).doesNotContain("acme/no-server");
            }
        }
    }

    /** The timer looks every 20 seconds; the events below ask at once. */
    private static void collectingWaits(Api admin) {
        assertThat(admin.post("/api/v1/events/collect", "{\"token\":\"event\"}").statusCode())
                .isEqualTo(409);
        assertThat(admin.post("/collectStats", "{\"token\":\"event\"}").body())
                .contains("waits until an administrator");
        await().during(Duration.ofSeconds(25))
                .atMost(Duration.ofSeconds(40))
                .until(() -> runs(admin).isEmpty());
        assertThat(admin.get("/api/v1/takeover").body())
                .contains("\"waiting\":true", "stored in plain text", "GitHub does not accept the token");
    }

    private static void anAdministratorLooksAndStarts(Visitor visitor) {
        visitor.page().getByText("Look at what was taken over").click();
        assertThat(visitor.heading()).isEqualTo("Database findings");
        assertThat(visitor.text())
                .contains(
                        "Taken over from the Python application",
                        "stored in plain text",
                        "GitHub does not accept the token",
                        "Repositories with several rows (1)",
                        "Repositories without an owner (1)",
                        "Repositories without a GitHub server (1)",
                        "Traffic without a repository (1)",
                        "Tracking without a tenant or repository (2)",
                        "Access for nobody (1)");
        visitor.page().getByText("Show these rows").first().click();
        assertThat(visitor.text()).contains("repository 1004 (acme/Widgets) is repository 1001 (acme/widgets)");
        Look.at(visitor, "findings");
        visitor.press("Start collecting");
        assertThat(visitor.text()).contains("Collecting has started").doesNotContain("Taken over from");
        assertThat(visitor.complaints()).isEmpty();
    }

    private static void findingsAreRepaired(Api admin) {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.open("/findings");
            assertThat(visitor.text()).as("merged by the collection").doesNotContain("Repositories with several rows");
            visitor.page().getByText("Remove the access").click();
            Look.at(visitor, "findings-asked");
            visitor.press("Remove the rows");
            assertThat(visitor.text()).contains("Repaired.").doesNotContain("Access for nobody");
            assertThat(visitor.complaints()).isEmpty();
        }
        assertThat(admin.post("/api/v1/findings/tracking-of-nothing/repair", "").statusCode())
                .isEqualTo(204);
        assertThat(admin.post("/api/v1/findings/traffic-without-repository/repair", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post("/api/v1/findings/x/repair", "").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/findings").body())
                .contains("traffic-without-repository")
                .doesNotContain("tracking-of-nothing", "grant-for-nobody");
        assertThat(admin.get("/api/v1/audit").body())
                .contains("finding.repair", "repository.merge", "collection.approve");
    }

    private static Map<String, Object> theFirstRun(Api admin) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !runs(admin).isEmpty());
        return admin.finished("/api/v1/collections/"
                + ((Map<?, ?>) Objects.requireNonNull(runs(admin).get(0))).get("id"));
    }

    private static List<?> runs(Api admin) {
        return (List<?>) Objects.requireNonNull(
                Api.json(admin.get("/api/v1/collections")).get("items"));
    }

    private static List<String> old(Api api, int repository) {
        return api.get("/api/v1/traffic.csv?from=2020-01-01&to=2020-01-31&repository=" + repository)
                .body()
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",")).limit(6).collect(Collectors.joining(",")))
                .toList();
    }

    private static List<String> rows(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }
}
