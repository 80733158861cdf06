package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.TrackedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what becomes of the runs. */
@ApplicationScoped
class RunLog {

    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CollectionLease lease;

    @Inject
    private Clock clock;

    /** The server that comes back after its death says so of the run that it left behind. */
    @Transactional
    void recover(@Observes Startup event) {
        lease.leftBehind().ifPresent(run -> {
            System.getLogger(RunLog.class.getName())
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
        CollectionRun dead = entities.find(CollectionRun.class, run);
        if (dead != null && dead.running()) {
            dead.end(CollectionRun.INTERRUPTED, clock.instant());
            forgetRest(run);
        }
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
    Optional<CollectionRun> running() {
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

    /**
     * Lets a run wait, so that others may run meanwhile, and keeps what it has left to do. A run that has waited for long
     * ends, and what is left has failed.
     */
    @Transactional
    void await(int run, Instant until, List<Integer> rest, Map<Integer, Integer> repositoriesOfTenants) {
        CollectionRun waiting = entities.find(CollectionRun.class, run);
        if (!waiting.running()) {
            return;
        }
        if (waiting.startedAt().plus(LONGEST_RUN).isBefore(clock.instant())) {
            String reason = "GitHub's rate limit was used up for hours; the next collection tries again";
            rest.forEach(repository -> entities.merge(new CollectionError(run, repository, reason)));
            waiting.gaveUp(rest.size());
            waiting.end(CollectionRun.FINISHED, clock.instant());
        } else {
            waiting.waitUntil(until);
            rest.forEach(
                    repository -> entities.createNativeQuery("insert into collectionrest (runid, rid) values (?1, ?2)")
                            .setParameter(1, run)
                            .setParameter(2, repository)
                            .executeUpdate());
        }
        writeSystemLog(waiting, repositoriesOfTenants);
        lease.giveBack(run);
    }

    /** Takes the lease for a run whose wait is over; empty when there is none, or another one runs. */
    @Transactional
    Optional<CollectionRun> resume() {
        Optional<CollectionRun> run = entities.createQuery(
                        "select r from CollectionRun r where r.state = :waiting and r.resumesAt <= :now order by r.id",
                        CollectionRun.class)
                .setParameter("waiting", CollectionRun.WAITING)
                .setParameter("now", CollectionRun.utc(clock.instant()))
                .getResultStream()
                .findFirst();
        if (run.isEmpty() || !lease.take(run.get().id())) {
            return Optional.empty();
        }
        run.get().goOn();
        return run;
    }

    /** What a run has left to do, which is forgotten then. */
    @Transactional
    List<TrackedRepository> takeRest(int run) {
        List<?> rest = entities.createNativeQuery("select rid from collectionrest where runid = ?1 order by rid")
                .setParameter(1, run)
                .getResultList();
        forgetRest(run);
        return catalogue.withIds(
                rest.stream().map(id -> ((Number) id).intValue()).toList());
    }

    private void forgetRest(int run) {
        entities.createNativeQuery("delete from collectionrest where runid = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    /** Ends a run that is not taken over, and writes the lines that the Python application's system log has: one for each tenant. */
    @Transactional
    void finish(int run, Map<Integer, Integer> repositoriesOfTenants) {
        CollectionRun finished = entities.find(CollectionRun.class, run);
        if (!finished.running()) {
            return;
        }
        finished.end(CollectionRun.FINISHED, clock.instant());
        writeSystemLog(finished, repositoriesOfTenants);
        lease.giveBack(run);
    }

    private void writeSystemLog(CollectionRun run, Map<Integer, Integer> repositoriesOfTenants) {
        String state = run.failed() == 0 ? "success" : run.failed() + " of " + run.total() + " failed";
        repositoriesOfTenants.forEach((tenant, repositories) -> entities.createNativeQuery(
                        "insert into systemlog (tid, completed, numrepos, state) values (?1, ?2, ?3, ?4)")
                .setParameter(1, tenant)
                .setParameter(2, CollectionRun.utc(clock.instant()))
                .setParameter(3, repositories)
                .setParameter(4, state)
                .executeUpdate());
    }
}
