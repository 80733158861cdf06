package ghtraffic.collection.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Writes what becomes of the runs. Those that wait for a limit are the business of {@link PausedRuns}. */
@ApplicationScoped
public class RunStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CollectionLease lease;

    @Inject
    private PausedRuns waiting;

    @Inject
    private RunEnd ends;

    @Inject
    private LegacySystemLog systemLog;

    @Inject
    private Clock clock;

    /** The server that comes back after its death says so of the run that it left behind. */
    @Transactional
    void recover(@Observes Startup event) {
        lease.leftBehind().ifPresent(run -> {
            System.getLogger(RunStore.class.getName())
                    .log(Level.WARNING, "Collection {0} was interrupted by the end of this server", run);
            interrupt(run);
            lease.giveBack(run);
        });
    }

    /** Begins a run; empty when another one runs. */
    @Transactional
    Optional<CollectionRun> begin(RunRequest request) {
        Optional<Integer> before = lease.run();
        CollectionRun run = new CollectionRun(request, clock.instant());
        entities.persist(run);
        entities.flush();
        if (!lease.take(run.id())) {
            entities.remove(run);
            return Optional.empty();
        }
        before.ifPresent(this::interrupt);
        return Optional.of(run);
    }

    private void interrupt(int run) {
        ends.end(run, CollectionRun.INTERRUPTED).ifPresent(dead -> waiting.forgetRest(run));
    }

    /** Takes back a run that turned out to have nothing to do, or says how much it has. */
    @Transactional
    void settle(int run, int total) {
        CollectionRun begun = entities.find(CollectionRun.class, run);
        if (total == 0) {
            entities.remove(begun);
            lease.giveBack(run);
        } else {
            begun.isAbout(total);
        }
    }

    @Transactional
    public Optional<CollectionRun> running() {
        return lease.run().map(run -> entities.find(CollectionRun.class, run)).filter(CollectionRun::running);
    }

    /** Keeps the lease; false when another run has taken over from this one. */
    @Transactional
    boolean isAlive(int run) {
        return lease.renew(run);
    }

    /** Counts a success; false when another run has taken over from this one. */
    @Transactional
    boolean collected(int run) {
        return count(run, "done");
    }

    /** Counts a success in which something is missing. */
    @Transactional
    boolean collectedInPart(int run, int repository, String reason) {
        entities.merge(new CollectionError(run, repository, reason));
        return count(run, "done");
    }

    /** Counts a failure; false when another run has taken over from this one. */
    @Transactional
    boolean failed(int run, int repository, String reason) {
        entities.merge(new CollectionError(run, repository, reason));
        return count(run, "failed");
    }

    private boolean count(int run, String field) {
        entities.createQuery("update CollectionRun r set r." + field + " = r." + field + " + 1 where r.id = :run")
                .setParameter("run", run)
                .executeUpdate();
        return lease.renew(run);
    }

    /** Ends a run that is not taken over, and writes the system log. */
    @Transactional
    void finish(int run, Map<Integer, Integer> repositoriesOfTenants) {
        ends.end(run, CollectionRun.FINISHED).ifPresent(finished -> {
            systemLog.write(finished, repositoriesOfTenants);
            lease.giveBack(run);
        });
    }
}
