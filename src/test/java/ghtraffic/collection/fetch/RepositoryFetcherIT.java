package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.health.Part;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.TrafficWindow;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tenants track one repository: what the token of one may not have, that of the other may get. */
@ExtendWith(ArquillianExtension.class)
class RepositoryFetcherIT {

    private static final Instant NOW = Instant.parse("2026-03-12T10:05:00Z");
    private static final String NO_PUSH = "Must have push access to repository";

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    /** What the token is told instead of an answer, for traffic. */
    private final Map<String, ScriptedAnswer> refusals = new ConcurrentHashMap<>();

    private ScriptedGitHub gitHub;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    /** Tokens are new each time, because their limits are remembered. */
    @BeforeEach
    void fill() throws IOException, SQLException {
        workshop.empty();
        String suffix = String.valueOf(System.nanoTime());
        workshop.tenant(1, "first-" + suffix);
        workshop.tenant(2, "second-" + suffix);
        workshop.repository(1, 1, 2);
        refusals.clear();
        gitHub = new ScriptedGitHub(this::say);
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    @Test
    void theSecondTokenGetsWhatTheFirstMayNot() throws SQLException {
        refusals.put("first", ScriptedAnswer.refusal(403, NO_PUSH));
        assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Collected());
        assertThat(database.rows("select state, message from repohealth")).containsExactly("ok null");
        assertThat(whoseTokens())
                .containsExactly(
                        "clones 2",
                        "paths 2",
                        "referrers 2",
                        "releases 1",
                        "repository 1",
                        "views 2",
                        "weekly_clones 2",
                        "weekly_views 2");
        gitHub.asked();
        assertThat(workshop.collect(1, NOW.plus(Duration.ofHours(1)))).isEqualTo(new CollectionResult.Collected());
        assertThat(gitHub.asked())
                .filteredOn(question -> question.part() != Part.REPOSITORY)
                .allMatch(question ->
                        (question.etag() != null) == question.token().startsWith("second"));
        assertThat(whoseTokens()).contains("views 2");
    }

    @Test
    void anETagGoesOnlyToTheTokenThatGotIt() throws SQLException {
        refusals.put("first", ScriptedAnswer.refusal(403, NO_PUSH));
        workshop.collect(1, NOW);
        refusals.clear();
        gitHub.asked();
        assertThat(workshop.collect(1, NOW.plus(Duration.ofHours(1)))).isEqualTo(new CollectionResult.Collected());
        assertThat(gitHub.asked())
                .allMatch(question -> question.token().startsWith("first"))
                .allMatch(question -> (question.etag() != null) == (question.part() == Part.REPOSITORY));
        assertThat(whoseTokens()).contains("views 1", "clones 1", "paths 2");
    }

    @Test
    void ofTwoThatAreRefusedTheLastReasonStands() throws SQLException {
        refusals.put("first", ScriptedAnswer.refusal(403, NO_PUSH));
        refusals.put("second", ScriptedAnswer.refusal(403, "Resource not accessible by integration"));
        assertThat(workshop.collect(1, NOW)).isInstanceOf(CollectionResult.Failed.class);
        assertThat(database.rows("select state, message from repohealth"))
                .singleElement()
                .asString()
                .startsWith("failed ")
                .contains("Resource not accessible by integration")
                .doesNotContain(NO_PUSH);
        assertThat(database.rows("select count(*) from repotraffic")).containsExactly("0");
        assertThat(database.rows("select count(*) from popularity")).containsExactly("1");
    }

    @Test
    void aBadTokenIsNotAskedWithTwice() {
        refusals.put("first", ScriptedAnswer.refusal(401, "Bad credentials"));
        assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Collected());
        assertThat(gitHub.asked())
                .filteredOn(question -> question.token().startsWith("first"))
                .extracting(ScriptedGitHub.Question::part)
                .containsExactly(Part.REPOSITORY, Part.VIEWS);
    }

    @Test
    void theSecondTokenGoesOnWhereTheFirstIsAtItsLimit() throws SQLException {
        refusals.put("first", limit());
        assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Collected());
        assertThat(database.rows("select state from repohealth")).containsExactly("ok");
    }

    /** The first token will get it, however often the second is refused. */
    @Test
    void whatALimitKeepsIsWaitedForThoughAnotherTokenIsRefused() throws SQLException {
        refusals.put("first", limit());
        for (int status : new int[] {401, 403, 404}) {
            Instant at = NOW.plus(Duration.ofHours(status));
            refusals.put("second", ScriptedAnswer.refusal(status, NO_PUSH));
            assertThat(workshop.collect(1, at)).isEqualTo(new CollectionResult.Deferred(at.plusSeconds(300)));
            assertThat(database.rows("select state from repohealth")).containsExactly("waiting");
            assertThat(database.rows("select nextattempt from repohealth"))
                    .singleElement()
                    .asString()
                    .startsWith(at.plusSeconds(300).toString().replace('T', ' ').replace("Z", ""));
        }
    }

    @Test
    void ofTwoLimitsTheFirstThatEndsIsWaitedFor() {
        refusals.put("first", ScriptedAnswer.refusal(429, "Slow down").with(Map.of("Retry-After", "900")));
        refusals.put("second", limit());
        assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Deferred(NOW.plusSeconds(300)));
    }

    @Test
    void aTenantWhoseTokenIsNoneStandsInNobodysWay() throws SQLException {
        database.run("update tenants set ghtoken = 'no token' where tid = 1");
        assertThat(workshop.collect(1, NOW)).isEqualTo(new CollectionResult.Collected());
        database.run("update tenants set ghtoken = 'no token' where tid = 2");
        assertThat(workshop.collect(1, NOW.plus(Duration.ofHours(1)))).isInstanceOf(CollectionResult.Failed.class);
        assertThat(database.rows("select count(*) from repotraffic where incomplete < 2"))
                .containsExactly("15");
    }

    private static ScriptedAnswer limit() {
        return ScriptedAnswer.refusal(429, "Slow down").with(Map.of("Retry-After", "300"));
    }

    private List<String> whoseTokens() throws SQLException {
        return database.rows("select part, tid from repoparts order by part");
    }

    private ScriptedAnswer say(ScriptedGitHub.Question question) {
        ScriptedAnswer refusal = refusals.get(question.token().split("-")[0]);
        boolean traffic = question.path().contains("/traffic/");
        if (refusal != null && traffic) {
            return refusal;
        }
        TrafficWindow nothing = new TrafficWindow(0, 0, List.of());
        return switch (question.part()) {
            case REPOSITORY -> ScriptedAnswer.repository(77, "acme/r1", Instant.parse("2026-01-01T00:00:00Z"), 5);
            case VIEWS, CLONES, WEEKLY_VIEWS, WEEKLY_CLONES -> ScriptedAnswer.window(question.part(), nothing);
            case REFERRERS -> ScriptedAnswer.referrers(List.of());
            case PATHS -> ScriptedAnswer.paths(List.of());
            case RELEASES -> ScriptedAnswer.releases(9);
        };
    }
}
