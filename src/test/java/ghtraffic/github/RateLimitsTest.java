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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        HttpHeaders nothing = HttpHeaders.of(Map.of(), (name, value) -> true);
        for (int i = 0; i < 1_000; i++) {
            asked.limits().record(new Credential("other-" + i), nothing);
        }
        assertThat(asked.limits().blockedUntil(TestClient.access(paused))).contains(TestClient.NOW.plusSeconds(60));
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
