package ghtraffic.collection.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ghtraffic.collection.workshop.RecordedEvents;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.messages.Message;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each run that ends is told once, whichever way it ends. */
@ExtendWith(ArquillianExtension.class)
class RunFinishedIT {

    private static final Instant START = Instant.parse("2026-03-12T10:00:00Z");
    private static final Instant TOO_LATE =
            START.plus(CollectionLease.LONGEST_SILENCE).plusSeconds(1);

    @Inject
    private RunStore runs;

    @Inject
    private PausedRuns paused;

    @Inject
    private RecordedEvents events;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        clock.set(START);
        events.forget();
    }

    @AfterEach
    void refuseNothing() {
        events.forget();
    }

    @Test
    void aRunThatFinishesIsToldOnceWithItsCounts() {
        int run = begin();
        runs.collected(run);
        runs.failed(run, 11, Message.plain("no"));
        assertThat(events.fired(RunFinished.class)).isEmpty();
        clock.set(START.plusSeconds(90));
        runs.finish(run, Map.of(1, 2));
        runs.finish(run, Map.of(1, 2));
        RunFinished finished = new RunFinished(
                run, "finished", "manual", "ann@example.com", 1, null, START, START.plusSeconds(90), 2, 1, 1);
        assertThat(events.fired(RunFinished.class)).containsExactly(finished);
        assertThat(events.committed(RunFinished.class)).containsExactly(finished);
    }

    @Test
    void ofSeveralThatFinishARunAtOnceOneDoes() throws Exception {
        int run = begin();
        atOnce.call(4, i -> {
            runs.finish(run, Map.of(1, 2));
            return "done";
        });
        assertThat(events.committed(RunFinished.class)).hasSize(1);
        assertThat(database.rows("select tid from systemlog")).hasSize(1);
    }

    @Test
    void aRunThatIsTakenOverIsToldAsInterrupted() {
        int slow = begin();
        runs.collected(slow);
        clock.set(TOO_LATE);
        begin();
        runs.finish(slow, Map.of());
        assertThat(events.committed(RunFinished.class)).singleElement().satisfies(event -> {
            assertThat(event.run()).isEqualTo(slow);
            assertThat(event.state()).isEqualTo("interrupted");
            assertThat(event.finishedAt()).isEqualTo(TOO_LATE);
            assertThat(event.done()).isEqualTo(1);
        });
    }

    @Test
    void aRunThatAServerLeftBehindIsToldAtItsNextStart() {
        int run = begin();
        runs.recover(new Startup());
        runs.recover(new Startup());
        assertThat(events.committed(RunFinished.class))
                .extracting(RunFinished::run, RunFinished::state)
                .containsExactly(tuple(run, "interrupted"));
    }

    @Test
    void aRunThatWaitsIsToldWhenItHasWaitedForTooLong() {
        int run = begin();
        paused.pause(run, START.plusSeconds(600), List.of(11, 12), Map.of());
        assertThat(events.fired(RunFinished.class)).isEmpty();
        clock.set(START.plus(Duration.ofHours(7)));
        paused.resume();
        paused.pause(run, START.plus(Duration.ofHours(8)), List.of(11, 12), Map.of());
        assertThat(events.committed(RunFinished.class))
                .extracting(RunFinished::state, RunFinished::failed)
                .containsExactly(tuple("finished", 2));
    }

    @Test
    void aRunThatTurnsOutToHaveNothingToDoIsNotTold() {
        runs.setTotal(begin(), 0);
        assertThat(events.fired(RunFinished.class)).isEmpty();
    }

    @Test
    void afterARollbackNobodyIsTold() throws Exception {
        int run = begin();
        transaction.begin();
        runs.finish(run, Map.of());
        transaction.rollback();
        assertThat(events.fired(RunFinished.class)).hasSize(1);
        assertThat(events.committed(RunFinished.class)).isEmpty();
        assertThat(runs.running()).map(CollectionRun::id).contains(run);
    }

    @Test
    void anObserverThatFailsKeepsTheRunFromEnding() {
        int run = begin();
        events.refuse(RunFinished.class::isInstance);
        assertThatThrownBy(() -> runs.finish(run, Map.of())).hasMessageContaining("refuses");
        assertThat(runs.running()).map(CollectionRun::id).contains(run);
        assertThat(events.committed(RunFinished.class)).isEmpty();
    }

    private int begin() {
        return runs.begin(new RunRequest("manual", 1, null, "ann@example.com", 2))
                .orElseThrow()
                .id();
    }
}
