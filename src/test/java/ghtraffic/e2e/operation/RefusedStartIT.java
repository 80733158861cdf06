package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why and what to do, and ends only if a new start may succeed. */
class RefusedStartIT {

    private static World world;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        world = World.withoutApplication(List.of());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void filesThatOnlyTheOperatorCanPutRightAreNamedTogether() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no key");
        List<String> said = refused(Map.of(
                "DATA_DIR", file.resolve("data").toString(),
                "LTPA_FILE", file.toString()));
        assertThat(said)
                .anyMatch(line -> line.contains("LTPA_FILE cannot be read: ")
                        && line.contains("DATA_DIR and the database in it cannot be written to: "));
        HttpRequest.Builder german =
                HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/")).header("Accept-Language", "de");
        assertThat(world.api("admin@example.com").raw(german).body())
                .contains("LTPA_FILE lässt sich nicht lesen: ", "In DATA_DIR und die Datenbank darin")
                .doesNotContain(folder.toString());
        assertThat(file).hasContent("no key");
    }

    @Test
    void aCorruptedDatabaseIsNamed() throws Exception {
        Files.writeString(folder.resolve("traffic.mv.db"), "no database ".repeat(2000));
        assertThat(refused(Map.of("DATA_DIR", folder.toString())))
                .anyMatch(line -> line.contains("The file of the database cannot be read")
                        && line.contains("restore the backup"));
    }

    @Test
    void aDatabaseOfANewerVersionIsNamed() throws Exception {
        database(
                "create table \"flyway_schema_history\" (\"version\" varchar(50), \"script\" varchar(100),"
                        + " \"checksum\" int, \"success\" boolean, \"type\" varchar(20))",
                "insert into \"flyway_schema_history\" values ('9999', 'V9999__later.sql', 1, true, 'SQL')");
        assertThat(refused(Map.of("DATA_DIR", folder.toString())))
                .anyMatch(line -> line.contains("it has the migration 9999: run the newer version"));
    }

    @Test
    void aFileInUseAndADatabaseThatIsLateEndTheProcess() throws Exception {
        try (Connection open = DriverManager.getConnection("jdbc:h2:" + folder.resolve("traffic"))) {
            assertThat(open.isValid(1)).isTrue();
            ends(75, Map.of("DATA_DIR", folder.toString()), "The file of the database is in use: ");
        }
        ends(
                75,
                Map.of("DB2_URI", "db2://somebody:hunter2@127.0.0.1:1/traffic"),
                "The database cannot be reached (SQLSTATE 08001): ");
    }

    @Test
    void aMigrationThatFailsEndsTheProcessAndIsNamedByTheNextStart() throws Exception {
        database("create table browsersessions (id int)");
        ends(78, Map.of("DATA_DIR", folder.toString()), "V8__browser_sessions.sql");
        assertThat(refused(Map.of("DATA_DIR", folder.toString())))
                .anyMatch(line -> line.contains("The migration 8 of the database failed before: restore the backup"));
    }

    @Test
    void anEarlierApplicationWhoseTablesAreNotCompleteIsNamed() throws Exception {
        database("create table repos (rid int)");
        assertThat(refused(Map.of("DATA_DIR", folder.toString())))
                .anyMatch(line -> line.contains("only some of the tables of an earlier application, not adminroles,"));
    }

    private void database(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("traffic") + ";MODE=DB2");
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Test
    void aHealthyStartAndRefusalsLogNoWarning() throws Exception {
        int before = world.console().size();
        world.sandbox().restartApplication(Map.of("DATA_DIR", folder.toString()), 200);
        Api stranger = world.api("stranger@example.com");
        assertThat(stranger.get("/api/v1/tenants/1/discovery").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/repositories/1").statusCode()).isIn(403, 404);
        assertThat(stranger.anonymous("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(stranger.anonymous("/no/such/page").statusCode()).isIn(303, 404);
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("stranger@example.com");
            for (String page : List.of("/users", "/tenants", "/audit", "/user?id=1")) {
                visitor.open(page);
                assertThat(visitor.text()).as(page).contains("You are not allowed to do this.");
            }
        }
        assertThat(said(before))
                .filteredOn(line -> line.startsWith("[WARNING") || line.startsWith("[ERROR") || line.contains("\tat "))
                .filteredOn(line -> !line.contains("set-up code"))
                .isEmpty();
    }

    private static List<String> refused(Map<String, String> changes) throws Exception {
        int before = world.console().size();
        world.sandbox().restartApplication(changes, 503);
        Api anybody = world.api("admin@example.com");
        for (String path : List.of("/", "/overview")) {
            HttpResponse<String> answer = anybody.anonymous(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("The application does not run").doesNotContain("Liberty");
        }
        assertThat(anybody.anonymous("/health/live").statusCode()).isEqualTo(200);
        List<String> said = said(before);
        assertThat(said).filteredOn(line -> line.contains("does not start: ")).hasSize(1);
        assertThat(said).noneMatch(line -> line.contains("\tat "));
        return said;
    }

    private static void ends(int code, Map<String, String> changes, String reason) {
        int before = world.console().size();
        assertThatThrownBy(() -> world.sandbox().restartApplication(changes, 200))
                .hasMessageContaining("ended with exit code " + code);
        List<String> said = said(before);
        assertThat(said)
                .filteredOn(line -> line.contains("does not start: "))
                .singleElement()
                .asString()
                .contains(reason, "Exit code " + code);
        assertThat(said).noneMatch(line -> line.contains("\tat ") || line.contains("hunter2"));
    }

    private static List<String> said(int before) {
        return world.console().stream().skip(before).toList();
    }
}
