package ghtraffic.github;

import static ghtraffic.github.TestClient.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import ghtraffic.standin.GitHubStandIn;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GitHubClientTest {

    private static final Credential DEVELOPER = new Credential("sandbox-token");
    private static final Credential READER = new Credential("sandbox-readonly");
    private static final GitHubRepository WIDGETS = TestClient.repository(1001, "acme", "widgets");

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
    void aRepositoryIsFoundByNameAndByNumber() {
        GitHubRepository found = fresh(client.repository(DEVELOPER, "Acme", "WIDGETS"));
        assertThat(found.fullName()).isEqualTo("acme/widgets");
        assertThat(found.id()).isEqualTo(1001);
        assertThat(found.createdAt()).isEqualTo("2019-03-04T00:00:00Z");
        assertThat(found.facts().trafficReadable()).isTrue();
        assertThat(found.facts().watchers()).isNotNull();
        assertThat(client.repository(DEVELOPER, 1001)).isEqualTo(client.repository(DEVELOPER, "acme", "widgets"));
    }

    @Test
    void aRenamedRepositoryIsFoundUnderItsOldName() {
        assertThat(fresh(client.repository(DEVELOPER, "acme", "old-name")).name())
                .isEqualTo("renamed");
        assertThat(gitHub.requests()).containsExactly("GET /repos/acme/old-name", "GET /repositories/1007");
    }

    @Test
    void trafficOfAnOldNameKeepsItsQueryOverTheRedirect() {
        GitHubRepository old = TestClient.repository(1007, "acme", "old-name");
        assertThat(client.views(DEVELOPER, old)).isInstanceOf(Answer.Fresh.class);
        assertThat(gitHub.requests()).last().isEqualTo("GET /repositories/1007/traffic/views?per=day");
    }

    @Test
    void viewsAndClonesAreTheDaysOfTheWindowOldestFirst() {
        TrafficWindow views = fresh(client.views(DEVELOPER, WIDGETS));
        assertThat(views.days())
                .extracting(DailyCount::day)
                .isSorted()
                .startsWith(LocalDate.of(2026, 1, 17))
                .endsWith(LocalDate.of(2026, 1, 31))
                .hasSize(15);
        assertThat(views.days().stream().mapToInt(DailyCount::count).sum()).isEqualTo(views.count());
        assertThat(views.uniques())
                .isPositive()
                .isLessThan(views.days().stream().mapToInt(DailyCount::uniques).sum());
        assertThat(fresh(client.clones(DEVELOPER, WIDGETS)))
                .isNotEqualTo(views)
                .extracting(TrafficWindow::count)
                .isNotEqualTo(0);
    }

    private static <T> T fresh(Answer<T> answer) {
        T value = answer.orNull();
        if (value == null) {
            throw new AssertionError(answer);
        }
        return value;
    }

    @Test
    void aTokenThatGitHubDoesNotKnowIsABadToken() {
        Answer<?> answer = client.repository(new Credential("ghp_unknown"), "acme", "widgets");
        assertThat(answer).isInstanceOf(Answer.BadToken.class);
        assertThat(reason(answer)).contains("Bad credentials").doesNotContain("ghp_unknown");
    }

    @Test
    void aTokenWithoutThePermissionIsToldWhichOneItNeeds() {
        Answer<?> answer = client.views(READER, WIDGETS);
        assertThat(answer).isInstanceOf(Answer.NotPermitted.class);
        assertThat(reason(answer)).contains("Must have push access to repository", "Administration: read");
    }

    @Test
    void whatDoesNotExistAndWhatTheTokenCannotSeeAreTheSame() {
        Answer<?> nothing = client.repository(READER, "acme", "no-such-thing");
        assertThat(nothing).isInstanceOf(Answer.NotFound.class);
        assertThat(client.repository(READER, "acme", "secret-plans")).isEqualTo(nothing);
        assertThat(client.repository(DEVELOPER, "acme", "secret-plans")).isInstanceOf(Answer.Fresh.class);
    }

    @Test
    void oddNamesStayOnePartOfThePath() {
        assertThat(client.repository(DEVELOPER, "acme", "widgets/traffic/views?per=day#x"))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(gitHub.requests()).containsExactly("GET /repos/acme/widgets%2Ftraffic%2Fviews%3Fper%3Dday%23x");
    }

    @Test
    void theSecondaryLimitEndsWhenRetryAfterSays() {
        gitHub.fail(Failure.of(Kind.RATE_LIMIT_429).withDelay(Duration.ofSeconds(90)));
        assertThat(until(client.views(DEVELOPER, WIDGETS))).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void theHourlyLimitEndsWhenItIsReset() {
        gitHub.fail(Failure.of(Kind.RATE_LIMIT_403).withDelay(Duration.ofMinutes(10)));
        assertThat(until(client.views(DEVELOPER, WIDGETS))).isEqualTo(NOW.plusSeconds(600));
    }

    private static Instant until(Answer<?> answer) {
        if (answer instanceof Answer.RateLimited<?> limited) {
            assertThat(limited.reason().english()).contains(limited.until().toString());
            return limited.until();
        }
        throw new AssertionError(answer);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STATUS_500", "STATUS_502_HTML", "HTML_200", "TRUNCATED_JSON", "DOWN"})
    void whatIsNoAnswerOfGitHubsMakesItUnavailableUntilItRecovers(Kind kind) {
        gitHub.fail(Failure.of(kind));
        assertThat(client.views(DEVELOPER, WIDGETS)).isInstanceOf(Answer.Unavailable.class);
        gitHub.recover();
        assertThat(client.views(DEVELOPER, WIDGETS)).isInstanceOf(Answer.Fresh.class);
    }

    @Test
    void theStatusOfAFailureIsNamed() {
        gitHub.fail(Failure.of(Kind.STATUS_500));
        assertThat(reason(client.views(DEVELOPER, WIDGETS))).contains("500", "Server Error");
        gitHub.fail(Failure.of(Kind.STATUS_502_HTML));
        assertThat(reason(client.views(DEVELOPER, WIDGETS))).contains("502").doesNotContain("<");
    }

    @Test
    void anAnswerThatIsTooLateIsNotWaitedFor() {
        gitHub.fail(Failure.of(Kind.SLOW));
        Answer<?> answer = TestClient.at(gitHub.uri(), 1).views(DEVELOPER, WIDGETS);
        assertThat(answer).isEqualTo(new Answer.Unavailable<>(Message.of("said.reason.gitHub.noAnswer", 1)));
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        gitHub.close();
        Answer<?> answer = client.repository(DEVELOPER, 1001);
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(reason(answer)).startsWith("GitHub cannot be reached");
    }

    private static String reason(Answer<?> answer) {
        if (answer instanceof Answer.Refusal<?> refusal) {
            return refusal.reason().english();
        }
        throw new AssertionError(answer);
    }
}
