package ghtraffic.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.runs.RunStore;
import ghtraffic.collection.workshop.ScriptedAnswer;
import ghtraffic.collection.workshop.ScriptedGitHub;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each time that something is due one run begins, however many servers look for it. */
@ExtendWith(ArquillianExtension.class)
class RetryScheduleIT {

    private static final Instant FIRST = Instant.parse("2026-03-12T10:00:00Z");
    private static final int TIMES = 20;
    private static final int SERVERS = 4;
    private static final int REPOSITORIES = 3;

    @Inject
    private Workshop workshop;

    @Inject
    private CollectionStarter collector;

    @Inject
    private HealthStore health;

    @Inject
    private RunStore runs;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        workshop.empty();
        workshop.tenant(1, "token-of-the-due");
        for (int repository = 1; repository <= REPOSITORIES; repository++) {
            workshop.repository(repository, 1);
        }
    }

    @AfterEach
    void workAsUsual() {
        ScriptedHealthStore.afterDue(null);
    }

    @Test
    void aServerThatLookedBeforeAnotherCollectedStartsNothing() throws IOException, SQLException {
        clock.set(FIRST);
        try (ScriptedGitHub gitHub = new ScriptedGitHub(question -> ScriptedAnswer.refusal(404, "Not Found"))) {
            ScriptedHealthStore.afterDue(this::startUntilNothingIsDue);
            collector.startDue();
            assertThat(ScriptedHealthStore.waits()).isFalse();
            assertThat(runs.running()).isEmpty();
            assertThat(gitHub.asked()).hasSize(REPOSITORIES);
        }
        assertThat(database.rows("select cause, state, total, done, failed from collectionruns"))
                .containsExactly("schedule finished 3 0 3");
    }

    @Test
    void oneRunBeginsEachTime() throws IOException, SQLException, InterruptedException {
        List<String> expected = new ArrayList<>();
        try (ScriptedGitHub gitHub = new ScriptedGitHub(question -> ScriptedAnswer.refusal(404, "Not Found"))) {
            for (int time = 1; time <= TIMES; time++) {
                clock.set(FIRST.plus(Duration.ofHours(time)));
                assertThat(health.due()).hasSize(REPOSITORIES);
                assertThat(atOnce.call(SERVERS, server -> startUntilNothingIsDue()))
                        .isEqualTo(Collections.nCopies(SERVERS, "done"));
                expected.add("schedule finished 3 0 3");
                assertThat(database.rows("select cause, state, total, done, failed from collectionruns order by runid"))
                        .isEqualTo(expected);
                assertThat(gitHub.asked()).hasSize(REPOSITORIES);
            }
        }
    }

    /** As a server's timer does it, only without a pause. */
    private String startUntilNothingIsDue() {
        do {
            collector.startDue();
        } while (!health.due().isEmpty() || runs.running().isPresent());
        return "done";
    }
}
