package ghtraffic.standin.access;

import static ghtraffic.standin.TestClient.NOW;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.TestClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String WIDGETS = "/repos/acme/widgets";
    private static final String END_OF_HOUR =
            Long.toString(Instant.parse("2026-01-31T11:00:00Z").getEpochSecond());

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void theLimitCountsDownPerTokenAndBeginsAnewEveryHour() {
        asking.get(WIDGETS);
        HttpResponse<String> second = asking.get(WIDGETS);

        assertEquals("5000", header(second, "x-ratelimit-limit"));
        assertEquals("4998", header(second, "x-ratelimit-remaining"));
        assertEquals("2", header(second, "x-ratelimit-used"));
        assertEquals(END_OF_HOUR, header(second, "x-ratelimit-reset"));
        assertEquals("core", header(second, "x-ratelimit-resource"));
        assertEquals("4999", remaining(asking.getAs("sandbox-readonly", WIDGETS)));
        asking.gitHub.setNow(NOW.plus(Duration.ofHours(1)));
        assertEquals("4999", remaining(asking.get(WIDGETS)));
    }

    @Test
    void whoHasUsedUpTheLimitIsRefusedUntilTheReset() {
        for (int i = 0; i < 60; i++) {
            assertEquals(200, asking.getAs(null, WIDGETS).statusCode());
        }
        HttpResponse<String> refused = asking.getAs(null, WIDGETS);

        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("API rate limit exceeded"), refused::body);
        assertEquals("0", remaining(refused));
        assertEquals(END_OF_HOUR, header(refused, "x-ratelimit-reset"));
        assertEquals(200, asking.get(WIDGETS).statusCode());
        asking.gitHub.setNow(Instant.parse("2026-01-31T11:00:00Z"));
        assertEquals(200, asking.getAs(null, WIDGETS).statusCode());
    }

    @Test
    void theLimitOfKnownTokensCanBeMadeSmall() {
        asking.gitHub.setHourlyLimit(2);

        assertEquals("1", remaining(asking.get(WIDGETS)));
        assertEquals("0", remaining(asking.get(WIDGETS)));
        HttpResponse<String> refused = asking.get(WIDGETS);
        assertEquals(403, refused.statusCode());
        assertEquals("2", header(refused, "x-ratelimit-limit"));
        assertEquals("1", remaining(asking.getAs("sandbox-readonly", WIDGETS)));
        assertEquals("59", remaining(asking.getAs(null, WIDGETS)));
        asking.gitHub.setHourlyLimit(1);
        assertEquals("0", remaining(asking.get("/rate_limit")));
        asking.gitHub.setHourlyLimit(5_000);
        assertEquals("4997", remaining(asking.get(WIDGETS)));
    }

    @Test
    void anAnswerThatIsKnownCostsNothing() {
        HttpResponse<String> first = asking.get(WIDGETS);
        String etag = header(first, "etag");
        HttpResponse<String> unchanged = asking.get(WIDGETS, "If-None-Match", etag);

        assertEquals(304, unchanged.statusCode());
        assertEquals("", unchanged.body());
        assertEquals(etag, header(unchanged, "etag"));
        assertEquals("4999", remaining(first));
        assertEquals("4999", remaining(unchanged));
        asking.gitHub.setNow(NOW.plus(Duration.ofDays(30)));
        assertEquals(200, asking.get(WIDGETS, "If-None-Match", etag).statusCode());
    }

    @Test
    void eachTokenHasItsOwnETags() {
        assertNotEquals(header(asking.get(WIDGETS), "etag"), header(asking.getAs("sandbox-expiring", WIDGETS), "etag"));
    }

    @Test
    void askingForTheLimitCostsNothing() {
        asking.get(WIDGETS);
        asking.get("/rate_limit");
        Object core = member(member(object(asking.get("/rate_limit")), "resources"), "core");

        assertEquals(4_999L, member(core, "remaining"));
        assertEquals(60L, member(member(object(asking.getAs(null, "/rate_limit")), "rate"), "limit"));
    }

    private static String remaining(HttpResponse<String> answer) {
        return header(answer, "x-ratelimit-remaining");
    }
}
