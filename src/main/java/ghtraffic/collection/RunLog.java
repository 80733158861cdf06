package ghtraffic.collection;

import ghtraffic.catalogue.Page;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of the runs. */
@ApplicationScoped
class RunLog {

    private static final String OWN = " where (r.startedBy = :email or r.tenant in :tenants)";
    private static final String ALL = " where r.id > 0";

    @PersistenceContext
    private EntityManager entities;

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
        }
    }

    @Transactional
    Optional<CollectionRun> running() {
        return lease.run().map(run -> entities.find(CollectionRun.class, run)).filter(CollectionRun::running);
    }

    @Transactional
    void collected(int run) {
        count(run, true);
    }

    @Transactional
    void failed(int run, int repository, String reason) {
        entities.persist(new CollectionError(run, repository, reason));
        count(run, false);
    }

    private void count(int run, boolean success) {
        entities.find(CollectionRun.class, run).count(success);
        lease.renew(run);
    }

    /** Ends a run, and writes the lines that the Python application's system log has: one for each tenant. */
    @Transactional
    void finish(int run, Map<Integer, Integer> repositoriesOfTenants) {
        CollectionRun finished = entities.find(CollectionRun.class, run);
        finished.end(CollectionRun.FINISHED, clock.instant());
        String state = finished.failed() == 0 ? "success" : finished.failed() + " of " + finished.total() + " failed";
        repositoriesOfTenants.forEach((tenant, repositories) -> entities.createNativeQuery(
                        "insert into systemlog (tid, completed, numrepos, state) values (?1, ?2, ?3, ?4)")
                .setParameter(1, tenant)
                .setParameter(2, CollectionRun.utc(clock.instant()))
                .setParameter(3, repositories)
                .setParameter(4, state)
                .executeUpdate());
        lease.giveBack(run);
    }

    /** The runs that the viewer may see, newest first. */
    @Transactional
    Page<CollectionRun> visibleTo(Viewer viewer, int page, int size) {
        long total = query("select count(r) from CollectionRun r", "", Long.class, viewer)
                .getSingleResult();
        List<CollectionRun> runs = query(
                        "select r from CollectionRun r", " order by r.id desc", CollectionRun.class, viewer)
                .getResultStream()
                .skip((long) page * size)
                .limit(size)
                .toList();
        return new Page<>(runs, page, size, total);
    }

    /** The run of this number, if the viewer may see it. */
    @Transactional
    Optional<CollectionRun> visibleTo(Viewer viewer, int id) {
        return query("select r from CollectionRun r", " and r.id = :id", CollectionRun.class, viewer)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private <T> TypedQuery<T> query(String select, String rest, Class<T> type, Viewer viewer) {
        if (viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT)) {
            return entities.createQuery(select + ALL + rest, type);
        }
        Set<Integer> tenants =
                viewer.managed().stream().map(Viewer.Access::tenant).collect(Collectors.toSet());
        return entities.createQuery(select + OWN + rest, type)
                .setParameter("email", viewer.email())
                .setParameter("tenants", tenants.isEmpty() ? Set.of(-1) : tenants);
    }

    /** The errors of a run: full name of the repository and the reason. */
    @Transactional
    List<RunError> errors(int run) {
        return entities.createQuery(
                        "select e.reason, r from CollectionError e left join TrackedRepository r on r.id = e.repository"
                                + " where e.run = :run order by e.repository",
                        Object[].class)
                .setParameter("run", run)
                .getResultStream()
                .map(RunError::of)
                .toList();
    }
}
