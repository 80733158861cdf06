package ghtraffic.github;

import static ghtraffic.github.TestClient.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import ghtraffic.standin.GitHubStandIn;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.Failure.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential's limit is kept to before GitHub has to say so. */
class RateLimitsTest {

    private static final Credential DEVELOPER = new Credential("sandbox-token");
    private static final Credential EXPIRING = new Credential("sandbox-expiring");
    private static final Credential READER = new Credential("sandbox-readonly");

    private final GitHubStandIn gitHub = GitHubStandIn.start(0);
    private final TestClient client = TestClient.at(gitHub.uri(), 10);

    @BeforeEach
    void stopTheClock() {
        gitHub.setNow(NOW);
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    @Test
    void aPauseIsNotForgottenHoweverManyTokensThereAre() {
        TestClient asked = TestClient.at(gitHub.uri());
        Credential paused = new Credential("paused");
        asked.limits().pause(paused, TestClient.NOW.plusSeconds(60));
        GitHubHttp.Reply nothing = new GitHubHttp.Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), "");
        for (int i = 0; i < 1_000; i++) {
            asked.limits().record(new Credential("other-" + i), nothing);
        }
        assertThat(asked.limits().blockedUntil(TestClient.access(paused))).contains(TestClient.NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"200, -60, false", "200, 0, false", "200, 30, false", "200, 3600, true", "401, 0, true"})
    void aTokenHasNotEndedWhileRequestsSucceed(int status, int seconds, boolean ends) {
        RateLimits limits = TestClient.at(gitHub.uri()).limits();
        limits.record(DEVELOPER, reply(status, seconds));
        assertThat(limits.of(DEVELOPER).expires() != null).isEqualTo(ends);
    }

    @Test
    void anEndThatHasPassedIsForgottenWhenRequestsGoOn() {
        TestClient asked = TestClient.at(gitHub.uri());
        asked.limits().record(DEVELOPER, reply(200, 3600));
        asked.setNow(TestClient.NOW.plusSeconds(7200));
        asked.limits().record(DEVELOPER, reply(200, 3600));
        assertThat(asked.limits().of(DEVELOPER).expires()).isNull();
    }

    @Test
    void limitsOfOtherResourcesDoNotCount() {
        RateLimits limits = TestClient.at(gitHub.uri()).limits();
        Map<String, List<String>> search = Map.of(
                "x-ratelimit-resource", List.of("search"),
                "x-ratelimit-limit", List.of("30"),
                "x-ratelimit-remaining", List.of("0"),
                "x-ratelimit-reset", List.of("9999999999"));
        limits.record(DEVELOPER, new GitHubHttp.Reply(200, HttpHeaders.of(search, (name, value) -> true), ""));
        assertThat(limits.blockedUntil(TestClient.access(DEVELOPER))).isEmpty();
    }

    /** An answer that says when the token ends, in seconds from the time of the tests. */
    private static GitHubHttp.Reply reply(int status, int seconds) {
        String end = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(TestClient.NOW.plusSeconds(seconds));
        Map<String, List<String>> headers =
                Map.of("github-authentication-token-expiration", List.of(end), "x-ratelimit-remaining", List.of("10"));
        return new GitHubHttp.Reply(status, HttpHeaders.of(headers, (name, value) -> true), "");
    }

    @Test
    void workInTheBackgroundLeavesATenthToOthers() {
        gitHub.setHourlyLimit(20);
        GitHubRequest sparing = GitHubRequest.background(GitHubHost.GITHUB_COM, DEVELOPER);
        for (int i = 0; i < 18; i++) {
            assertThat(client.client().repository(sparing, 1001)).isInstanceOf(Answer.Fresh.class);
        }
        assertThat(client.client().repository(sparing, 1001)).isEqualTo(limited("2026-01-31T11:00:00Z"));
        assertThat(gitHub.requests()).as("the last one was not even asked").hasSize(18);
        assertThat(client.repository(DEVELOPER, 1001)).isInstanceOf(Answer.Fresh.class);
        assertThat(client.client().repository(GitHubRequest.background(GitHubHost.GITHUB_COM, READER), 1001))
                .isInstanceOf(Answer.Fresh.class);
    }

    @Test
    void whoeverIsToldToWaitAsksNobodyUntilThen() {
        gitHub.fail(Failure.of(Kind.RATE_LIMIT_429).withDelay(Duration.ofSeconds(90)));
        assertThat(client.repository(DEVELOPER, 1001)).isEqualTo(limited("2026-01-31T10:21:30Z"));
        gitHub.recover();
        assertThat(client.repository(DEVELOPER, 1001)).isEqualTo(limited("2026-01-31T10:21:30Z"));
        assertThat(gitHub.requests()).hasSize(1);
        assertThat(client.repository(READER, 1001)).isInstanceOf(Answer.Fresh.class);
    }

    @Test
    void anUntoldLimitWaitsAMinuteAndTwiceAsLongEachTime() {
        RateLimits limits = new RateLimits();
        assertThat(limits.defaultWait(DEVELOPER)).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.defaultWait(DEVELOPER)).isEqualTo(Duration.ofMinutes(2));
        assertThat(limits.defaultWait(READER)).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.defaultWait(DEVELOPER)).isEqualTo(Duration.ofMinutes(4));
        for (int i = 0; i < 100; i++) {
            assertThat(limits.defaultWait(DEVELOPER)).isLessThanOrEqualTo(Duration.ofMinutes(64));
        }
        limits.succeeded(DEVELOPER);
        assertThat(limits.defaultWait(DEVELOPER)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theSecondaryLimitIsKnownByItsMessage() {
        gitHub.fail(Failure.of(Kind.UNKNOWN_LIMIT_403));
        assertThat(client.repository(DEVELOPER, 1001)).isEqualTo(limited("2026-01-31T10:21:00Z"));
    }

    @Test
    void theEndOfATokenIsRead() {
        client.repository(EXPIRING, 1001);
        assertThat(client.limits().of(EXPIRING).expires()).isEqualTo(NOW.plus(Duration.ofDays(5)));
        client.repository(DEVELOPER, 1001);
        assertThat(client.limits().of(DEVELOPER).expires()).isNull();
        assertThat(client.limits().of(DEVELOPER).remaining()).isEqualTo(4_999);
    }

    @Test
    void noMinuteSeesMoreRequestsThanAllowed() {
        RequestPacer pace = new RequestPacer(900);
        long start = System.nanoTime();
        long minute = TimeUnit.MINUTES.toNanos(1);
        long now = start;
        int within = 0;
        int total = 0;
        while (now < start + 3 * minute) {
            now += pace.reserve(now);
            total++;
            if (now < start + minute) {
                within++;
            }
        }
        assertThat(within).isBetween(850, 901);
        assertThat(total).as("three minutes").isBetween(2_050, 2_110);
    }

    private static Answer<GitHubRepository> limited(String until) {
        Instant end = Instant.parse(until);
        return new Answer.RateLimited<>(Message.of("said.reason.gitHub.limit", end), end);
    }
}
