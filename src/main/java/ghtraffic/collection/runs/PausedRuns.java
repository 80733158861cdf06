package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that wait for the end of GitHub's limit, and what they have left to do. */
@ApplicationScoped
class PausedRuns {

    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalogue;

    @Inject
    private CollectionLease lease;

    @Inject
    private RunEnd ends;

    @Inject
    private LegacySystemLog systemLog;

    @Inject
    private Clock clock;

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
            String reason = Message.inEnglish("said.reason.limitForHours");
            rest.forEach(repository -> entities.merge(new CollectionError(run, repository, reason)));
            waiting.gaveUp(rest.size());
            ends.end(run, CollectionRun.FINISHED);
        } else {
            waiting.waitUntil(until);
            rest.forEach(
                    repository -> entities.createNativeQuery("insert into collectionrest (runid, rid) values (?1, ?2)")
                            .setParameter(1, run)
                            .setParameter(2, repository)
                            .executeUpdate());
        }
        systemLog.write(waiting, repositoriesOfTenants);
        lease.giveBack(run);
    }

    /** Takes the lease for a run whose wait is over; empty when there is none, or another one runs. */
    @Transactional
    Optional<CollectionRun> resume() {
        Optional<CollectionRun> run = entities.createQuery(
                        "select r from CollectionRun r where r.state = :waiting and r.resumesAt <= :now order by r.id",
                        CollectionRun.class)
                .setParameter("waiting", CollectionRun.WAITING)
                .setParameter("now", clock.instant())
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

    /** Forgets what a run has left to do. */
    @Transactional
    void forgetRest(int run) {
        entities.createNativeQuery("delete from collectionrest where runid = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }
}
