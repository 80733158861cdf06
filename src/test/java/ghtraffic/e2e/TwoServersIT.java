package ghtraffic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.standin.Failure;
import ghtraffic.wire.WireDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.database.derby.DerbyDatabaseType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database: one of them collects by the schedule, and the other goes on when it dies. */
class TwoServersIT {

    private static final int REPOSITORIES = 6;

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
        List<Path> libraries = List.of(Path.of(DerbyDatabaseType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        first = World.create("first-server", 19503, settings, libraries);
        first.setUp();
        second = World.create("second-server", 19513, settings, libraries);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        database.close();
    }

    @Test
    void oneCollectsAndTheOtherTakesOverWithinTwoMinutes() throws Exception {
        for (World world : List.of(first, second)) {
            world.sandbox()
                    .gitHub()
                    .fail(Failure.of(Failure.Kind.SLOW)
                            .below("/repos/acme/load-0006/traffic")
                            .withDelay(Duration.ofSeconds(10)));
        }
        Api one = first.api("admin@example.com");
        for (int i = 1; i <= REPOSITORIES; i++) {
            one.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-000" + i + "\"}");
        }
        Map<?, ?> run = awaitRun(one, 1, Duration.ofMinutes(2));
        assertThat(run.get("trigger")).isEqualTo("schedule");
        World collecting = first.sandbox().gitHub().requests().stream().anyMatch(line -> line.contains("referrers"))
                ? first
                : second;
        World idle = collecting == first ? second : first;
        Api survivor = idle == first ? one : second.api("admin@example.com");
        collecting.sandbox().killApplication();
        idle.sandbox().gitHub().recover();
        Map<?, ?> next = awaitRun(survivor, 2, Duration.ofMinutes(2));
        assertThat(next.get("trigger")).isEqualTo("schedule");
        Map<String, Object> finished =
                survivor.finished(idle.sandbox().url() + "/api/v1/collections/" + next.get("id"));
        assertThat(finished).containsEntry("state", "finished").containsEntry("failed", 0L);
        assertThat(Api.json(survivor.get("/api/v1/collections/" + run.get("id"))))
                .containsEntry("state", "interrupted");
        assertThat(survivor.get("/api/v1/traffic.csv").body().lines().count()).isEqualTo(1 + REPOSITORIES * 15);
    }

    /** The newest run, as soon as there are so many. */
    private static Map<?, ?> awaitRun(Api api, long runs, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Map<String, Object> log = Api.json(api.get("/api/v1/collections"));
            if (log.get("total") instanceof Long total && total >= runs) {
                assertThat(total).isEqualTo(runs);
                return (Map<?, ?>) ((List<?>) Objects.requireNonNull(log.get("items"))).get(0);
            }
            assertThat(System.nanoTime()).as("time until a run begins").isLessThan(end);
        }
    }
}
