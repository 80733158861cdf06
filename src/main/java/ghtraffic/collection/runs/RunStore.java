package ghtraffic.collection.runs;

import ghtraffic.messages.Message;
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

/**
 * Stores collection runs and their progress. {@link PausedRuns} stores what concerns runs that wait for a rate limit.
 */
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

    /** Marks the run that was working on this server when it died as interrupted, and releases its lease. */
    @Transactional
    void recover(@Observes Startup event) {
        lease.interruptedRun().ifPresent(run -> {
            System.getLogger(RunStore.class.getName())
                    .log(Level.WARNING, "Collection {0} was interrupted by the end of this server", run);
            lease.release(run);
            waiting.interrupt(run);
        });
    }

    /** Starts a run and takes the lease for it; empty if another run holds the lease. */
    @Transactional
    Optional<CollectionRun> begin(RunRequest request) {
        if (!lease.take()) {
            return Optional.empty();
        }
        lease.run().ifPresent(waiting::interrupt);
        CollectionRun run = new CollectionRun(request, clock.instant());
        entities.persist(run);
        entities.flush();
        lease.assign(run.id());
        return Optional.of(run);
    }

    /** Sets the number of repositories of a run that has started. If there are none, the run is deleted. */
    @Transactional
    void setTotal(int run, int total) {
        CollectionRun begun = entities.find(CollectionRun.class, run);
        if (total == 0) {
            lease.release(run);
            entities.remove(begun);
        } else {
            begun.setTotal(total);
        }
    }

    /** Lowers the number of repositories of a run, because some of them were merged into others. */
    @Transactional
    void reduceTotal(int run, int by) {
        entities.createQuery("update CollectionRun r set r.total = r.total - :by where r.id = :run")
                .setParameter("by", by)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Returns the run that is working now, on any server; empty if no run works. */
    @Transactional
    public Optional<CollectionRun> running() {
        return lease.run().map(run -> entities.find(CollectionRun.class, run)).filter(CollectionRun::running);
    }

    /** Renews the lease of a run. Returns false if another run has taken it over. */
    @Transactional
    boolean renewLease(int run) {
        return lease.renew(run);
    }

    /** Counts a collected repository and renews the lease. Returns false if another run has taken it over. */
    @Transactional
    boolean collected(int run) {
        return count(run, "done");
    }

    /**
     * Counts a partly collected repository with the reason, and renews the lease. Returns false if another run has
     * taken it over.
     */
    @Transactional
    boolean collectedInPart(int run, int repository, Message reason) {
        boolean held = count(run, "done");
        entities.merge(new CollectionError(run, repository, reason));
        return held;
    }

    /**
     * Counts a repository that could not be collected with the reason, and renews the lease. Returns false if another
     * run has taken it over.
     */
    @Transactional
    boolean failed(int run, int repository, Message reason) {
        boolean held = count(run, "failed");
        entities.merge(new CollectionError(run, repository, reason));
        return held;
    }

    private boolean count(int run, String field) {
        boolean held = lease.renew(run);
        entities.createQuery("update CollectionRun r set r." + field + " = r." + field + " + 1 where r.id = :run")
                .setParameter("run", run)
                .executeUpdate();
        return held;
    }

    /**
     * Ends a run, writes the system log and releases the lease. It changes nothing if another run has taken the lease
     * over.
     *
     * @param repositoriesOfTenants the number of repositories of each tenant that are done, for the system log
     */
    @Transactional
    void finish(int run, Map<Integer, Integer> repositoriesOfTenants) {
        lease.release(run);
        ends.end(run, CollectionRun.FINISHED).ifPresent(finished -> systemLog.write(finished, repositoriesOfTenants));
    }
}
