package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.World;
import ghtraffic.standin.faults.Failure;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is told to stop. */
@Tag("survival")
class OrderlyStopIT {

    /** Platforms kill a process that takes longer. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    @Test
    void itIsNotReadyWhileItStillAnswersAndThenItsProcessEnds() throws Exception {
        try (World world = World.create(Map.of("SHUTDOWN_DELAY_SECONDS", "10"), List.of())) {
            world.setUp();
            Api admin = world.api("admin@example.com");
            assertThat(admin.anonymous("/health/ready").statusCode()).isEqualTo(200);
            ProcessHandle server = server(world);
            server.destroy();
            await("that it is not ready")
                    .until(() -> admin.anonymous("/health/ready").statusCode() == 503);
            assertThat(admin.anonymous("/health/live").statusCode()).isEqualTo(200);
            assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
            await("the end of its process").atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());
        }
    }

    @Test
    void aRequestThatHasBegunIsAnswered() throws Exception {
        try (World world = World.create()) {
            world.setUp();
            Api admin = world.api("admin@example.com");
            assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
            world.sandbox()
                    .gitHub()
                    .fail(Failure.of(Failure.Kind.SLOW)
                            .below("/repos/acme/widgets")
                            .withDelay(Duration.ofSeconds(4)));
            int before = world.sandbox().gitHub().requestCount();
            CompletableFuture<HttpResponse<String>> tracked = CompletableFuture.supplyAsync(
                    () -> admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"widgets\"}"));
            await("the question to GitHub").until(() -> world.sandbox().gitHub().requestCount() > before);
            ProcessHandle server = server(world);
            server.destroy();
            assertThat(tracked.join().statusCode()).isEqualTo(201);
            await("the end of its process").atMost(LONGEST).until(() -> !server.isAlive());
        }
    }

    private static ProcessHandle server(World world) {
        return ProcessHandle.of(world.sandbox().applicationProcessId()).orElseThrow();
    }
}
