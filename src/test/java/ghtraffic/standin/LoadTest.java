package ghtraffic.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.faults.Failure;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final int MANY = 200;

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void hundredsOfSlowAnswersWaitAtTheSameTime() {
        asking.gitHub.setLatency(Duration.ofSeconds(2));

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, MANY)
                .mapToObj(number -> asking.later("/repos/acme/widgets"))
                .toList();
        answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));

        assertEquals(MANY, asking.gitHub.requestCount());
        int most = asking.gitHub.mostAtOnce();
        assertTrue(most > MANY / 2 && most <= MANY, () -> most + " at once");
    }

    @Test
    void eachAnswerTakesAsLongAsItIsTold() {
        asking.gitHub.setLatency(Duration.ofMillis(50));
        assertTrue(duration("/user").toMillis() >= 50);

        asking.gitHub.fail(Failure.of(Failure.Kind.SLOW).withDelay(Duration.ofMillis(50)));
        assertTrue(duration("/user").toMillis() >= 100, "a slow answer is later than the others");
    }

    @Test
    void oneAfterTheOtherIsNeverTwoAtOnce() {
        for (int i = 0; i < 100; i++) {
            asking.get("/user");
        }

        assertEquals(1, asking.gitHub.mostAtOnce());
    }

    @Test
    void negativeLatencyAndLimitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> asking.gitHub.setLatency(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> asking.gitHub.setHourlyLimit(-1));
    }

    private Duration duration(String path) {
        long start = System.nanoTime();
        asking.get(path);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
