package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of its work, at any moment, and the provider goes away. */
@Tag("survival")
class SurvivalIT {

    private static final int REPOSITORIES = 30;
    private static final int LEAST_REQUESTS_EACH = 7;

    private static World world;

    @BeforeAll
    static void startSandbox() throws IOException, InterruptedException, TimeoutException {
        world = World.create();
        world.setUp();
    }

    @AfterAll
    static void stopSandbox() {
        world.close();
    }

    /** As often as the system property {@code kills} says. */
    @Test
    void killedCollectionsLeaveWholeRepositoriesAndTheNextOneCompletesThem()
            throws InterruptedException, TimeoutException {
        Api admin = world.api("admin@example.com");
        for (int i = 10; i < 10 + REPOSITORIES; i++) {
            admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-00" + i + "\"}");
        }
        Random random = new Random(7);
        List<Object> states = new ArrayList<>();
        for (int kill = 0; kill < Integer.getInteger("kills", 2); kill++) {
            long asked = world.sandbox().gitHub().requestCount();
            String killed = started(admin);
            awaitRequests(asked + random.nextInt(REPOSITORIES * LEAST_REQUESTS_EACH));
            world.sandbox().killApplication();
            world.sandbox().startApplication();
            states.add(Api.json(admin.get(killed)).get("state"));
            assertThat(days(admin))
                    .as("whole repositories")
                    .allSatisfy((id, days) -> assertThat(days).hasSize(15).doesNotHaveDuplicates());
        }
        assertThat(states).containsOnly("interrupted");
        Map<String, Object> last = admin.finished(world.sandbox().url() + started(admin));
        assertThat(last).containsEntry("state", "finished").containsEntry("failed", 0L);
        assertThat(last.get("done")).isEqualTo(last.get("total"));
        assertThat(days(admin).values())
                .hasSizeGreaterThanOrEqualTo(REPOSITORIES)
                .allMatch(days -> days.size() == 15);
        String all = admin.get("/api/v1/traffic.csv").body();
        admin.finished(world.sandbox().url() + started(admin));
        assertThat(admin.get("/api/v1/traffic.csv").body()).isEqualTo(all);
    }

    private static void awaitRequests(long count) {
        await("so many requests to GitHub")
                .atMost(Duration.ofMinutes(1))
                .with()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> world.sandbox().gitHub().requestCount() >= count);
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

    /** The path of a collection that has begun. */
    private static String started(Api admin) {
        HttpResponse<String> response = admin.post("/api/v1/collections", "{}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String location = Objects.requireNonNull(Api.header(response, "location"));
        return URI.create(location).getPath();
    }

    @Test
    void aProviderThatIsDownIsSaidSoAndSigningInWorksWhenItIsBack() throws InterruptedException, TimeoutException {
        world.sandbox().provider().stop();
        try (Visitor visitor = world.visitor()) {
            visitor.open("/");
            visitor.page().getByText("Sign in").click();
            assertThat(visitor.heading()).isEqualTo("The identity provider does not answer");
            Look.at(visitor, "provider-down");
        } finally {
            world.sandbox().provider().startAgain();
        }
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void aServerThatStartsBeforeItsProviderIsReadyAndLetsPeopleInLater() throws Exception {
        world.sandbox().provider().stop();
        try {
            world.sandbox().killApplication();
            world.sandbox().startApplication();
            try (Visitor visitor = world.visitor()) {
                assertThat(visitor.page()
                                .request()
                                .get(world.sandbox().url() + "/metrics")
                                .status())
                        .isEqualTo(401);
                visitor.open("/collections");
                assertThat(visitor.heading()).isEqualTo("The identity provider does not answer");
            }
        } finally {
            world.sandbox().provider().startAgain();
        }
        Api admin = world.api("admin@example.com");
        await("the provider is asked for its keys every ten seconds")
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin.get("/api/v1/me").statusCode() == 200);
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }
}
