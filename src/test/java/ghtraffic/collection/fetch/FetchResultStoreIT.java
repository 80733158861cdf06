package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.catalog.tracking.RepositoryTracking;
import ghtraffic.collection.health.ScriptedHealthStore;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be stored leaves nothing behind, no ETag either: the next visit gets the same from GitHub again. */
@ExtendWith(ArquillianExtension.class)
class FetchResultStoreIT {

    private static final Instant FIRST = Instant.parse("2026-03-11T10:20:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-12T10:20:00Z");
    private static final String VIEWS = "select viewcount from repotraffic where tdate = '2026-03-10'";

    @Inject
    private Workshop workshop;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Inject
    private RepositoryTracking tracking;

    @Inject
    private RepositoryCollector collection;

    private final AtomicInteger views = new AtomicInteger(10);
    private ScriptedGitHub gitHub;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void collectOnce() throws IOException, SQLException {
        workshop.empty();
        workshop.tenant(1, "token");
        workshop.repository(1, 1);
        gitHub = new ScriptedGitHub(this::say);
        ScriptedHealthStore.failNext(0, "");
        assertThat(workshop.collect(1, FIRST)).isEqualTo(new CollectionResult.Collected());
        views.set(25);
        gitHub.asked();
    }

    @AfterEach
    void close() {
        ScriptedHealthStore.failNext(0, "");
        gitHub.close();
    }

    @Test
    void theNextVisitGetsAgainWhatCouldNotBeStored() throws SQLException {
        List<String> parts = parts();
        List<String> days = database.rows("select * from repotraffic order by tdate");
        ScriptedHealthStore.failNext(1, "22001");
        assertThat(workshop.collect(1, SECOND))
                .isEqualTo(new CollectionResult.Failed(Message.of("said.reason.notStored")));
        assertThat(parts()).isEqualTo(parts);
        assertThat(database.rows("select * from repotraffic order by tdate")).isEqualTo(days);
        assertThat(database.rows("select tdate from popularity")).containsExactly("2026-03-11");
        assertThat(database.rows("select state, message, failures, nextattempt from repohealth"))
                .singleElement()
                .asString()
                .startsWith("failed The numbers could not be stored; the next collection tries again 1"
                        + " 2026-03-12 10:21:00");

        assertThat(workshop.collect(1, SECOND.plus(Duration.ofMinutes(1)))).isEqualTo(new CollectionResult.Collected());
        assertThat(database.rows(VIEWS)).containsExactly("25");
        assertThat(gitHub.unchanged())
                .as("what did not change between the visits")
                .isPositive();
    }

    @Test
    void aDeadlockIsTriedAgainAtOnce() throws SQLException {
        isTriedAgain("40001");
    }

    @Test
    void aLockThatAnotherHeldIsTriedAgainAtOnce() throws SQLException {
        isTriedAgain("HYT00");
        isTriedAgain("57033");
    }

    @Test
    void aRowThatAnotherInsertedIsTriedAgainAtOnce() throws SQLException {
        isTriedAgain("23505");
    }

    @Test
    void aLostConnectionIsTriedAgainAtOnce() throws SQLException {
        isTriedAgain("08506");
    }

    /** Who asks for a history to be deleted finds nothing of it afterwards, also when a collection was in the midst of it. */
    @Test
    void nothingIsStoredOfARepositoryThatIsRemovedMeanwhile() throws Exception {
        for (int number = 2; number <= 21; number++) {
            int repository = number;
            workshop.repository(repository, 1);
            TrackedRepository tracked = workshop.tracked(repository);
            assertThat(atOnce.call(
                            2,
                            i -> i == 0
                                    ? tracking.stop(1, repository, true)
                                    : collection.collect(tracked, List.of(1), true)))
                    .contains(true)
                    .containsAnyOf(
                            new CollectionResult.Collected(),
                            new CollectionResult.Failed(Message.of("said.reason.gone")));
        }
        for (String table : List.of("repotraffic", "popularity", "repoparts", "repohealth", "repodetails")) {
            assertThat(database.rows("select distinct rid from " + table))
                    .as(table)
                    .containsExactly("1");
        }
    }

    private void isTriedAgain(String sqlState) throws SQLException {
        ScriptedHealthStore.failNext(2, sqlState);
        Instant at = SECOND.plus(Duration.ofDays(views.get() - 25L));
        assertThat(workshop.collect(1, at)).as(sqlState).isEqualTo(new CollectionResult.Collected());
        assertThat(database.rows(VIEWS)).containsExactly(String.valueOf(views.getAndIncrement()));
        assertThat(ScriptedHealthStore.left()).isZero();
    }

    private List<String> parts() throws SQLException {
        return database.rows("select part, state, lastsuccess, etag from repoparts order by part");
    }

    private ScriptedAnswer say(ScriptedGitHub.Question question) {
        TrafficWindow window = new TrafficWindow(
                views.get(), 3, List.of(new DailyCount(LocalDate.parse("2026-03-10"), views.get(), 3)));
        return switch (question.part()) {
            case REPOSITORY -> {
                int number = Integer.parseInt(question.repository().replace("acme/r", ""));
                yield ScriptedAnswer.repository(number, "acme/r" + number, Instant.parse("2026-01-01T00:00:00Z"), 5);
            }
            case VIEWS -> ScriptedAnswer.window(question.part(), window);
            case CLONES, WEEKLY_VIEWS, WEEKLY_CLONES ->
                ScriptedAnswer.window(question.part(), new TrafficWindow(0, 0, List.of()));
            case REFERRERS -> ScriptedAnswer.referrers(List.of());
            case PATHS -> ScriptedAnswer.paths(List.of(new PathCount("/acme", "Acme", views.get(), 2)));
            case RELEASES -> ScriptedAnswer.releases(9);
        };
    }
}
