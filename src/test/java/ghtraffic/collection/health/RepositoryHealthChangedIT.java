package ghtraffic.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.collection.workshop.RecordedEvents;
import ghtraffic.collection.workshop.Workshop;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.Answer;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The health of a repository is told when it becomes another one, and only then. */
@ExtendWith(ArquillianExtension.class)
class RepositoryHealthChangedIT {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final int REPOSITORY = 11;
    private static final Answer<?> GOT = new Answer.Unchanged<>();

    @Inject
    private HealthStore health;

    @Inject
    private Workshop workshop;

    @Inject
    private RecordedEvents events;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        workshop.empty();
        workshop.tenant(1, "token-of-the-health");
        workshop.repository(REPOSITORY, 1);
        events.forget();
    }

    @Test
    void theFirstAttemptIsTold() {
        visited(0, GOT, GOT);
        assertThat(events.committed(RepositoryHealthChanged.class))
                .containsExactly(new RepositoryHealthChanged(REPOSITORY, null, "ok", null, NOW));
    }

    @Test
    void eachChangeIsToldWithItsReason() {
        visited(0, GOT, GOT);
        events.forget();
        visited(1, GOT, refusal("no clones"));
        visited(2, refusal("gone"), refusal("gone"));
        visited(3, new Answer.RateLimited<>(Message.plain("limit"), NOW.plusSeconds(600)), GOT);
        visited(4, GOT, GOT);
        assertThat(events.committed(RepositoryHealthChanged.class))
                .containsExactly(
                        new RepositoryHealthChanged(REPOSITORY, "ok", "partly", part(Part.CLONES, "no clones"), at(1)),
                        new RepositoryHealthChanged(REPOSITORY, "partly", "failed", Message.plain("gone"), at(2)),
                        new RepositoryHealthChanged(REPOSITORY, "failed", "waiting", part(Part.VIEWS, "limit"), at(3)),
                        new RepositoryHealthChanged(REPOSITORY, "waiting", "ok", null, at(4)));
    }

    @Test
    void theSameHealthIsNotToldAgain() {
        visited(0, GOT, GOT);
        visited(1, GOT, GOT);
        visited(2, refusal("gone"), refusal("gone"));
        visited(3, refusal("hidden"), refusal("hidden"));
        assertThat(events.fired(RepositoryHealthChanged.class))
                .extracting(RepositoryHealthChanged::now)
                .containsExactly("ok", "failed");
    }

    @Test
    void whatCannotBeStoredIsAFailureToo() {
        visited(0, GOT, GOT);
        health.recordStoreFailure(
                workshop.tracked(REPOSITORY), new PartAnswers(at(1)), Message.of("said.reason.notStored"));
        health.recordStoreFailure(
                workshop.tracked(REPOSITORY), new PartAnswers(at(2)), Message.of("said.reason.notStored"));
        assertThat(events.committed(RepositoryHealthChanged.class))
                .last()
                .isEqualTo(new RepositoryHealthChanged(
                        REPOSITORY, "ok", "failed", Message.of("said.reason.notStored"), at(1)));
    }

    @Test
    void afterARollbackNobodyIsToldAndTheNextAttemptIs() throws Exception {
        transaction.begin();
        visited(0, GOT, GOT);
        transaction.rollback();
        assertThat(events.fired(RepositoryHealthChanged.class)).hasSize(1);
        assertThat(events.committed(RepositoryHealthChanged.class)).isEmpty();
        visited(1, GOT, GOT);
        assertThat(events.committed(RepositoryHealthChanged.class)).hasSize(1);
    }

    private void visited(int minute, Answer<?> views, Answer<?> clones) {
        PartAnswers answers = new PartAnswers(at(minute));
        answers.add(Part.VIEWS, views, 1);
        answers.add(Part.CLONES, clones, 1);
        health.recordAttempt(workshop.tracked(REPOSITORY), answers);
    }

    private static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }

    private static Answer<?> refusal(String reason) {
        return new Answer.NotFound<>(Message.plain(reason));
    }

    private static Message part(Part part, String reason) {
        return Message.of("reason.part", List.of(Message.name(part)), Message.plain(reason));
    }
}
