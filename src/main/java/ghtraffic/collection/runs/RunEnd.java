package ghtraffic.collection.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Ends runs. A run ends once, however many threads and servers try to end it at the same time. */
@ApplicationScoped
class RunEnd {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<RunFinished> finished;

    @Inject
    private Clock clock;

    /** Ends a run and tells the observers; empty when it does not run. */
    @Transactional
    Optional<CollectionRun> end(int run, String state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean ended = entities.createQuery("update CollectionRun r set r.state = :state, r.finishedAt = :now"
                                + " where r.id = :run and r.state = :running")
                        .setParameter("state", state)
                        .setParameter("now", now)
                        .setParameter("run", run)
                        .setParameter("running", CollectionRun.RUNNING)
                        .executeUpdate()
                == 1;
        if (!ended) {
            return Optional.empty();
        }
        CollectionRun stored = entities.find(CollectionRun.class, run);
        entities.refresh(stored);
        finished.fire(RunFinished.of(stored, now));
        return Optional.of(stored);
    }
}
