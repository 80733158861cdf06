package ghtraffic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of collections, at any moment. */
class KilledCollectionsIT {

    private static final int MANY = 30;

    private static World world;

    @BeforeAll
    static void startSandbox() throws IOException, InterruptedException, TimeoutException {
        world = World.create("killed", 19493);
        world.setUp();
    }

    @AfterAll
    static void stopSandbox() {
        world.close();
    }

    /** As often as the system property {@code kills} says. */
    @Test
    void whenCollectionsAreKilledAtAnyMomentNothingIsLostOrDoubled() throws InterruptedException, TimeoutException {
        Api admin = world.api("admin@example.com");
        for (int i = 10; i < 10 + MANY; i++) {
            admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-00" + i + "\"}");
        }
        Random random = new Random(7);
        for (int kill = 0; kill < Integer.getInteger("kills", 2); kill++) {
            long asked = world.sandbox().gitHub().requestCount();
            assertThat(admin.post("/api/v1/collections", "{}").statusCode()).isEqualTo(202);
            awaitRequests(asked + random.nextInt(MANY * 7));
            world.sandbox().killApplication();
            world.sandbox().startApplication();
            assertThat(days(admin))
                    .as("whole repositories")
                    .allSatisfy((id, days) -> assertThat(days).hasSize(15).doesNotHaveDuplicates());
        }
        Map<String, Object> last = admin.finished(started(admin));
        assertThat(last).containsEntry("state", "finished").containsEntry("failed", 0L);
        assertThat(days(admin).values()).hasSizeGreaterThanOrEqualTo(MANY).allMatch(days -> days.size() == 15);
        String all = admin.get("/api/v1/traffic.csv").body();
        admin.finished(started(admin));
        assertThat(admin.get("/api/v1/traffic.csv").body()).isEqualTo(all);
    }

    private static void awaitRequests(long count) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (world.sandbox().gitHub().requestCount() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** The days of each repository that has any. */
    private static Map<String, List<String>> days(Api admin) {
        return admin.get("/api/v1/traffic.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
    }

    private static String started(Api admin) {
        HttpResponse<String> response = admin.post("/api/v1/collections", "{}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return Objects.requireNonNull(Api.header(response, "location"));
    }
}
