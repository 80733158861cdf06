package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.database.StoredTime;
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

/** Stores which runs wait for the end of GitHub's rate limit, and which repositories they still have to collect. */
@ApplicationScoped
class PausedRuns {

    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalog;

    @Inject
    private CollectionLease lease;

    @Inject
    private RunEnd ends;

    @Inject
    private LegacySystemLog systemLog;

    @Inject
    private Clock clock;

    /**
     * Pauses a run and stores the repositories that it still has to collect. It releases the lease, so that other
     * runs can work in the meantime. A run that started more than six hours ago ends instead, and these repositories
     * count as failed.
     *
     * @param until when the rate limit ends
     * @param rest the repositories that are not collected yet
     * @param repositoriesOfTenants the number of repositories of each tenant that are done, for the system log
     */
    @Transactional
    void pause(int run, Instant until, List<Integer> rest, Map<Integer, Integer> repositoriesOfTenants) {
        lease.release(run);
        CollectionRun waiting = entities.find(CollectionRun.class, run);
        if (!waiting.running()) {
            return;
        }
        if (waiting.startedAt().plus(LONGEST_RUN).isBefore(clock.instant())) {
            Message reason = Message.of("said.reason.limitForHours");
            rest.forEach(repository -> entities.merge(new CollectionError(run, repository, reason)));
            waiting.addFailed(rest.size());
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
    }

    /**
     * Takes the lease for a run whose rate limit has ended, and ends the run that died with it; empty if there is no such
     * run or another run is working.
     */
    @Transactional
    Optional<CollectionRun> resume() {
        Optional<CollectionRun> run = entities.createQuery(
                        "select r from CollectionRun r where r.state = :waiting and (r.resumesAt <= :now or r.resumesAt > :latest) order by r.id",
                        CollectionRun.class)
                .setParameter("waiting", CollectionRun.WAITING)
                .setParameter("now", clock.instant())
                .setParameter("latest", clock.instant().plus(LONGEST_RUN).plus(StoredTime.TOLERANCE))
                .getResultStream()
                .findFirst();
        if (run.isEmpty() || !lease.take()) {
            return Optional.empty();
        }
        lease.run().ifPresent(this::interrupt);
        lease.assign(run.get().id());
        run.get().resume();
        return run;
    }

    /** Returns the repositories that a run still has to collect, and deletes this list. */
    @Transactional
    List<TrackedRepository> takeRemaining(int run) {
        List<?> rest = entities.createNativeQuery("select rid from collectionrest where runid = ?1 order by rid")
                .setParameter(1, run)
                .getResultList();
        deleteRemaining(run);
        return catalog.withIds(rest.stream().map(id -> ((Number) id).intValue()).toList());
    }

    /** Ends a run that died, and deletes the list of repositories that it still had to collect. */
    @Transactional
    void interrupt(int run) {
        ends.end(run, CollectionRun.INTERRUPTED).ifPresent(dead -> deleteRemaining(run));
    }

    private void deleteRemaining(int run) {
        entities.createNativeQuery("delete from collectionrest where runid = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }
}
