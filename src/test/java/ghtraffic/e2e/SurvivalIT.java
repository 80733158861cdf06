package ghtraffic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.standin.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server dies in the middle of its work, and the provider goes away. */
class SurvivalIT {

    private static World world;

    @BeforeAll
    static void startSandbox() throws IOException, InterruptedException, TimeoutException {
        world = World.create("survival", 19463);
        world.setUp();
    }

    @AfterAll
    static void stopSandbox() {
        world.close();
    }

    @Test
    void aKilledCollectionLeavesWholeRepositoriesAndTheNextOneCompletesIt()
            throws InterruptedException, TimeoutException {
        Api admin = world.api("admin@example.com");
        for (int i = 1; i <= 6; i++) {
            assertThat(admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-000" + i + "\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
        world.sandbox()
                .gitHub()
                .fail(Failure.of(Failure.Kind.SLOW)
                        .below("/repos/acme/load-0004")
                        .withDelay(Duration.ofSeconds(10)));
        String run = started(admin);
        awaitThree(admin, run);
        world.sandbox().killApplication();
        world.sandbox().gitHub().recover();
        world.sandbox().startApplication();

        assertThat(Api.json(admin.get(run)))
                .containsEntry("state", "interrupted")
                .containsEntry("done", 3L);
        assertThat(lines(admin))
                .as("15 whole days of each of three repositories")
                .isEqualTo(1 + 3 * 15);
        Map<String, Object> next = admin.finished(world.sandbox().url() + started(admin));
        assertThat(next).containsEntry("state", "finished").containsEntry("failed", 0L);
        assertThat(next.get("done")).isEqualTo(next.get("total"));
        assertThat(lines(admin)).isEqualTo(1 + 6 * 15);
    }

    private static String started(Api admin) {
        HttpResponse<String> response = admin.post("/api/v1/collections", "{}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return URI.create(Objects.requireNonNull(Api.header(response, "location")))
                .getPath();
    }

    private static void awaitThree(Api admin, String run) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Objects.equals(Api.json(admin.get(run)).get("done"), 3L)) {
            assertThat(System.nanoTime())
                    .as("time until three repositories are collected")
                    .isLessThan(end);
        }
    }

    private static long lines(Api admin) {
        return admin.get("/api/v1/traffic.csv").body().lines().count();
    }

    @Test
    void aProviderThatIsDownIsSaidSoAndSigningInWorksWhenItIsBack() throws InterruptedException, TimeoutException {
        world.sandbox().stopProvider();
        try (Visitor visitor = world.visitor()) {
            visitor.open("/");
            visitor.page().getByText("Sign in").click();
            assertThat(visitor.heading()).isEqualTo("The identity provider does not answer");
            visitor.photograph("provider-down");
        } finally {
            world.sandbox().startProvider();
        }
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            assertThat(visitor.heading()).isEqualTo("Overview");
        }
    }
}
