package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.Schedule;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.takeover.CollectionHold;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Starts collection runs. */
@ApplicationScoped
public class CollectionStarter {

    /** The trigger of a run that a user started. */
    public static final String MANUAL = "manual";

    /** The trigger of a run that an external timer started. */
    public static final String EVENT = "event";

    /** The trigger of a run that the schedule started. */
    public static final String SCHEDULE = "schedule";

    /** How often to try, because the run that prevented the start may have ended before it is looked up. */
    private static final int ATTEMPTS = 3;

    @Inject
    private Catalog catalog;

    @Inject
    private RunStore runs;

    @Inject
    private PausedRuns waiting;

    @Inject
    private CollectionJob round;

    @Inject
    private HealthStore health;

    @Inject
    private CollectionHold hold;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Starts a run in the background. Administrators and maintainers collect all tracked repositories, other users
     * those that the tenants they manage track. An administrator who does so in a database that was taken over has
     * looked at it.
     *
     * @param repository the one repository to collect, or null for all that the viewer may collect
     */
    public StartOutcome start(Viewer viewer, @Nullable Integer repository) {
        boolean everything = viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT);
        if (!everything && viewer.managed().isEmpty()) {
            return repository == null || catalog.visibleTo(viewer, repository).isPresent()
                    ? new StartOutcome.NotAllowed()
                    : new StartOutcome.NoSuchRepository();
        }
        if (repository != null) {
            Optional<TrackedRepository> one = catalog.visibleTo(viewer, repository);
            if (one.isEmpty()) {
                return new StartOutcome.NoSuchRepository();
            }
            return everything || catalog.manages(viewer, repository)
                    ? begin(viewer, repository, List.of(one.get()))
                    : new StartOutcome.NotAllowed();
        }
        List<TrackedRepository> all = catalog.tracked();
        return begin(viewer, null, everything ? all : managed(viewer, all));
    }

    private List<TrackedRepository> managed(Viewer viewer, List<TrackedRepository> all) {
        Map<Integer, List<Integer>> subscribers =
                catalog.trackingTenants(all.stream().map(TrackedRepository::id).toList());
        return all.stream()
                .filter(one ->
                        subscribers.getOrDefault(one.id(), List.of()).stream().anyMatch(viewer::manages))
                .toList();
    }

    private StartOutcome begin(Viewer viewer, @Nullable Integer repository, List<TrackedRepository> repositories) {
        if (repositories.isEmpty()) {
            return new StartOutcome.NothingToCollect();
        }
        if (viewer.has(Role.ADMIN)) {
            hold.release(viewer.email());
        } else if (hold.isHeld()) {
            return new StartOutcome.Held();
        }
        boolean everything = viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT);
        Integer tenant = !everything && viewer.managed().size() == 1
                ? (Integer) viewer.managed().get(0).tenant()
                : null;
        return begin(new RunRequest(MANUAL, tenant, repository, viewer.email(), repositories.size()), repositories);
    }

    private StartOutcome begin(RunRequest request, List<TrackedRepository> repositories) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<CollectionRun> begun = runs.begin(request);
            if (begun.isPresent()) {
                return inBackground(begun.get(), repositories, true);
            }
            Optional<CollectionRun> running = runs.running();
            if (running.isPresent()) {
                return new StartOutcome.AlreadyRunning(running.get());
            }
        }
        throw new IllegalStateException("Other collections began and ended meanwhile; nothing was started");
    }

    private StartOutcome inBackground(CollectionRun run, List<TrackedRepository> repositories, boolean everything) {
        try {
            executor.execute(() -> round.collect(run.id(), repositories, everything));
        } catch (RejectedExecutionException e) {
            runs.finish(run.id(), Map.of());
            throw e;
        }
        return new StartOutcome.Started(run);
    }

    /** Starts a run for an external timer. It collects all tracked repositories whose schedule is not paused. */
    public StartOutcome startByEvent() {
        if (hold.isHeld()) {
            return new StartOutcome.Held();
        }
        List<TrackedRepository> all = catalog.tracked().stream()
                .filter(one -> one.schedule() != Schedule.PAUSED)
                .toList();
        return all.isEmpty()
                ? new StartOutcome.NothingToCollect()
                : begin(new RunRequest(EVENT, null, null, EVENT, all.size()), all);
    }

    /**
     * Starts a run that collects the repositories that are due. If several servers try at once, one of them starts
     * it. None does while collecting waits for an administrator.
     */
    public void startDue() {
        if (hold.isHeld()) {
            return;
        }
        int expected = health.due().size();
        if (expected == 0) {
            return;
        }
        runs.begin(new RunRequest(SCHEDULE, null, null, SCHEDULE, expected)).ifPresent(run -> {
            List<TrackedRepository> due = health.due();
            runs.setTotal(run.id(), due.size());
            if (!due.isEmpty()) {
                inBackground(run, due, false);
            }
        });
    }

    /** Resumes a run whose rate limit has ended. Returns false if no run is resumed. */
    public boolean resume() {
        Optional<CollectionRun> resumed = waiting.resume();
        resumed.ifPresent(run -> inBackground(
                run, waiting.takeRemaining(run.id()), !run.trigger().equals(SCHEDULE)));
        return resumed.isPresent();
    }
}
