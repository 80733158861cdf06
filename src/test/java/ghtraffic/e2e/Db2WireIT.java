package ghtraffic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.wire.WireDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole on IBM's Db2 driver, chosen by {@code DB2_URI}, with a database that goes away and comes back. */
class Db2WireIT {

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
        world = World.create(19473, Map.of("DB2_URI", database.db2Uri()), List.of(derbySupport));
        world.setUp();
    }

    @AfterAll
    static void stop() throws Exception {
        world.close();
        database.close();
    }

    @Test
    void collectsReadsAndSurvivesALostDatabase() throws Exception {
        Api admin = world.api("admin@example.com");
        HttpResponse<String> added = admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"widgets\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String address = URI.create(Objects.requireNonNull(Api.header(added, "location")))
                .getPath();
        HttpResponse<String> started = admin.post("/api/v1/collections", "{}");
        Map<String, Object> run = admin.finished(Objects.requireNonNull(Api.header(started, "location")));
        assertThat(run).containsEntry("done", 1L).containsEntry("failed", 0L);
        String csv = admin.get("/api/v1/traffic.csv").body();
        assertThat(csv.lines().count()).isEqualTo(16);
        assertThat(admin.get("/api/v1/repositories?q=wid&size=1").body()).contains("widgets");

        database.stopServer();
        HttpResponse<String> lost = admin.get(address + "/traffic");
        assertThat(lost.statusCode()).as(lost.body()).isEqualTo(503);
        assertThat(lost.body()).contains("The database cannot be reached").doesNotContain("SQL");
        assertThat(admin.anonymous("/health/ready").statusCode()).isEqualTo(503);
        try (Visitor visitor = world.visitor()) {
            visitor.open("/");
            assertThat(visitor.heading()).isEqualTo("The database cannot be reached");
            visitor.photograph("database-lost");
        }

        database.startServer();
        assertThat(admin.get("/api/v1/traffic.csv").body()).isEqualTo(csv);
        assertThat(admin.anonymous("/health/ready").statusCode()).isEqualTo(200);
    }
}
