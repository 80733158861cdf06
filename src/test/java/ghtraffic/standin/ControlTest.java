package ghtraffic.standin;

import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.faults.Failure;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void clockIsSetAndRead() {
        asking.control("PUT", "/standin/clock", "{\"now\":\"2026-03-01T00:00:00Z\"}");

        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), asking.gitHub.now());
        assertEquals("2026-03-01T00:00:00Z", member(object(asking.control("GET", "/standin/clock", "")), "now"));
    }

    @Test
    void clockFollowsTheSystemUntilItIsSet() {
        try (GitHubStandIn fresh = GitHubStandIn.start(0)) {
            Duration off =
                    Duration.between(fresh.now(), Clock.systemUTC().instant()).abs();
            assertTrue(off.toSeconds() < 60, off::toString);
        }
    }

    @Test
    void failureIsSetAndEnded() {
        HttpResponse<String> set = asking.control(
                "PUT", "/standin/failure", "{\"kind\":\"RATE_LIMIT_429\",\"path\":\"/repos/acme\",\"seconds\":10}");

        assertEquals("{\"kind\":\"RATE_LIMIT_429\",\"path\":\"/repos/acme\",\"seconds\":10.0}", set.body());
        assertEquals("10", TestClient.header(asking.get("/repos/acme/quiet"), "retry-after"));
        assertEquals(200, asking.get("/user").statusCode());
        assertEquals(204, asking.control("DELETE", "/standin/failure", "").statusCode());
        assertEquals(200, asking.get("/repos/acme/quiet").statusCode());
    }

    @Test
    void everyKindOfFailureCanBeSet() {
        for (Failure.Kind kind : Failure.Kind.values()) {
            HttpResponse<String> set = asking.control("PUT", "/standin/failure", "{\"kind\":\"" + kind + "\"}");

            assertEquals(kind.name(), member(object(set), "kind"));
        }
    }

    @Test
    void requestsAreRememberedInOrderWithoutTheControls() {
        asking.get("/repos/acme/widgets/traffic/views?per=day");
        asking.get("/user");

        List<String> expected = List.of("GET /repos/acme/widgets/traffic/views?per=day", "GET /user");
        assertEquals(expected, asking.gitHub.requests());
        assertEquals(2, asking.gitHub.requestCount());
        assertEquals(expected, member(object(asking.control("GET", "/standin/requests", "")), "requests"));
    }

    @Test
    void onlyTheLatestThousandRequestsAreRemembered() {
        for (int i = 0; i <= 1_000; i++) {
            asking.get("/repositories/" + i);
        }

        assertEquals(1_000, asking.gitHub.requests().size());
        assertEquals(1_001, asking.gitHub.requestCount());
        assertEquals("GET /repositories/1", asking.gitHub.requests().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clock   | {                                   | no JSON object",
                "clock   | {}                                  | \"now\" is missing",
                "clock   | {\"now\":\"tomorrow\"}                  | tomorrow",
                "failure | {\"kind\":\"FLOOD\"}                    | STATUS_500",
                "failure | {\"kind\":\"SLOW\",\"seconds\":\"long\"}    | no number",
                "failure | {\"kind\":\"SLOW\",\"seconds\":-1}        | between 0 and 86400",
                "failure | {\"kind\":\"SLOW\",\"path\":7}            | no text"
            })
    void badControlsAreRefusedWithAReason(String control, String body, String reason) {
        HttpResponse<String> answer = asking.control("PUT", "/standin/" + control, body);

        assertEquals(400, answer.statusCode());
        assertTrue(member(object(answer), "error").toString().contains(reason), answer::body);
    }

    @Test
    void unknownControlsAreNotFound() {
        assertEquals(404, asking.control("GET", "/standin/weather", "").statusCode());
    }
}
