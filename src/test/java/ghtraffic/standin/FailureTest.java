package ghtraffic.standin;

import static ghtraffic.standin.TestClient.NOW;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.Failure.Kind;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    private static final String VIEWS = "/repos/acme/widgets/traffic/views";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void serverErrorIsJson() {
        HttpResponse<String> answer = failing(Failure.of(Kind.STATUS_500));

        assertEquals(500, answer.statusCode());
        assertEquals("Server Error", TestClient.member(TestClient.object(answer), "message"));
    }

    @Test
    void proxyErrorIsHtml() {
        assertHtml(502, failing(Failure.of(Kind.STATUS_502_HTML)));
    }

    @Test
    void htmlMayComeWithStatus200() {
        assertHtml(200, failing(Failure.of(Kind.HTML_200)));
    }

    @Test
    void truncatedJsonIsTheBeginningOfTheAnswerEvenForWhoKnowsIt() {
        HttpResponse<String> whole = asking.get(VIEWS);
        asking.gitHub.fail(Failure.of(Kind.TRUNCATED_JSON));
        HttpResponse<String> half = asking.get(VIEWS, "If-None-Match", header(whole, "etag"));

        assertEquals(200, half.statusCode());
        assertTrue(whole.body().startsWith(half.body()));
        assertThrows(ParseException.class, () -> JSONObjectUtils.parse(half.body()));
    }

    @Test
    void slowIsTheNormalAnswerLater() {
        String normal = asking.get(VIEWS).body();
        long start = System.nanoTime();
        HttpResponse<String> late = failing(Failure.of(Kind.SLOW).withDelay(Duration.ofMillis(50)));

        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 50);
        assertEquals(normal, late.body());
    }

    @Test
    void secondaryLimitSaysWhenToComeBack() {
        HttpResponse<String> answer = failing(Failure.of(Kind.RATE_LIMIT_429).withDelay(Duration.ofSeconds(90)));

        assertEquals(429, answer.statusCode());
        assertEquals("90", header(answer, "retry-after"));
        assertTrue(answer.body().contains("secondary rate limit"));
    }

    @Test
    void hourlyLimitSaysWhenItIsReset() {
        HttpResponse<String> answer = failing(Failure.of(Kind.RATE_LIMIT_403).withDelay(Duration.ofMinutes(10)));

        assertEquals(403, answer.statusCode());
        assertEquals("0", header(answer, "x-ratelimit-remaining"));
        assertEquals(Long.toString(NOW.getEpochSecond() + 600), header(answer, "x-ratelimit-reset"));
        assertEquals("", header(answer, "retry-after"));
    }

    @Test
    void revokedTokenIsRefused() {
        assertEquals(401, failing(Failure.of(Kind.BAD_TOKEN_401)).statusCode());
    }

    @Test
    void downMeansNoAnswerAtAll() {
        assertThrows(UncheckedIOException.class, () -> failing(Failure.of(Kind.DOWN)));
    }

    @Test
    void aLimitMayComeWithoutATimeToComeBack() {
        HttpResponse<String> answer = failing(Failure.of(Kind.UNKNOWN_LIMIT_403));

        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("You have exceeded a secondary rate limit"), answer::body);
        assertEquals("", header(answer, "retry-after"));
        assertEquals("5000", header(answer, "x-ratelimit-remaining"));
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN_PUSH,        403, Must have push access to repository,",
        "FORBIDDEN_TOKEN,       403, Resource not accessible by personal access token, administration=read",
        "FORBIDDEN_INTEGRATION, 403, Resource not accessible by integration,           administration=read",
        "NOT_FOUND_404,         404, Not Found,",
        "GONE_410,              410, Gone,"
    })
    void refusalsAreInGitHubsWords(Kind kind, int status, String message, @Nullable String permissions) {
        HttpResponse<String> answer = failing(Failure.of(kind));

        assertEquals(status, answer.statusCode());
        assertEquals(message, member(object(answer), "message"));
        assertEquals(permissions == null ? "" : permissions, header(answer, "x-accepted-github-permissions"));
    }

    @Test
    void theMissingPermissionIsTheOneOfThePath() {
        asking.gitHub.fail(Failure.of(Kind.FORBIDDEN_TOKEN));

        HttpResponse<String> releases = asking.get("/repos/acme/widgets/releases");
        assertEquals("contents=read", header(releases, "x-accepted-github-permissions"));
    }

    @Test
    void aRedirectMayLeadToItself() {
        HttpResponse<String> answer = failing(Failure.of(Kind.REDIRECT_LOOP));

        assertEquals(301, answer.statusCode());
        assertEquals(asking.gitHub.uri() + VIEWS, header(answer, "location"));
    }

    @Test
    void delayHasLimits() {
        Failure slow = Failure.of(Kind.SLOW);

        assertThrows(IllegalArgumentException.class, () -> slow.withDelay(Duration.ofSeconds(-1)));
        assertThrows(IllegalArgumentException.class, () -> slow.withDelay(Duration.ofDays(2)));
    }

    private HttpResponse<String> failing(Failure failure) {
        asking.gitHub.fail(failure);
        return asking.get(VIEWS);
    }

    private static void assertHtml(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals("text/html; charset=utf-8", header(answer, "content-type"));
        assertTrue(answer.body().startsWith("<!DOCTYPE html>"));
    }
}
