package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that is starting. */
class StartingIT {

    private static final int HTTP_PORT = SharedWorld.HTTP_PORT + 4;

    @Test
    void theFirstAnswerOfEachPortIsTheApplications() throws Exception {
        try (World world = World.withoutApplication(List.of())) {
            Api anybody = world.api("admin@example.com");
            CompletableFuture<HttpResponse<String>> secure =
                    firstAnswer(anybody, world.sandbox().url() + "/");
            CompletableFuture<HttpResponse<String>> plain =
                    firstAnswer(anybody, "http://localhost:" + HTTP_PORT + "/overview");
            world.sandbox().restartApplication(Map.of("HTTP_PORT", String.valueOf(HTTP_PORT)), 200);
            assertThat(secure.join().statusCode()).isEqualTo(200);
            assertThat(secure.join().body()).contains("GitHub Traffic Analytics");
            assertThat(Api.header(plain.join(), "location"))
                    .isEqualTo(world.sandbox().url() + "/overview");
        }
    }

    /** Asks until somebody answers. */
    private static CompletableFuture<HttpResponse<String>> firstAnswer(Api api, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return CompletableFuture.supplyAsync(() -> await(address)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(5))
                .until(() -> api.raw(request), answer -> true));
    }
}
