package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is told to stop. */
@Tag("survival")
class OrderlyStopIT {

    @Test
    void itIsNotReadyWhileItStillAnswersAndThenItsProcessEnds() throws Exception {
        try (World world = World.create(Map.of("SHUTDOWN_DELAY_SECONDS", "10"), List.of())) {
            world.setUp();
            Api admin = world.api("admin@example.com");
            assertThat(admin.anonymous("/health/ready").statusCode()).isEqualTo(200);
            ProcessHandle server =
                    ProcessHandle.of(world.sandbox().applicationProcessId()).orElseThrow();
            server.destroy();
            await("that it is not ready")
                    .until(() -> admin.anonymous("/health/ready").statusCode() == 503);
            assertThat(admin.anonymous("/health/live").statusCode()).isEqualTo(200);
            assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
            await("the end of its process").atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());
        }
    }
}
