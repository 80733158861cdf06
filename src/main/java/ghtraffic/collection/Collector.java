package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Starts collections. */
@ApplicationScoped
public class Collector {

    /** The trigger of a run that somebody started by hand. */
    public static final String MANUAL = "manual";

    @Inject
    private Catalogue catalogue;

    @Inject
    private RunLog log;

    @Inject
    private Round round;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Starts a collection in the background: of everything for administrators and maintainers, else of what the viewer's
     * tenants track.
     *
     * @param repository the one repository to collect, null for all that he may
     */
    public Start start(Viewer viewer, @Nullable Integer repository) {
        boolean everything = viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT);
        if (!everything && viewer.managed().isEmpty()) {
            return repository == null || catalogue.visibleTo(viewer, repository).isPresent()
                    ? new Start.NotAllowed()
                    : new Start.NoSuchRepository();
        }
        if (repository != null) {
            Optional<TrackedRepository> one = catalogue.visibleTo(viewer, repository);
            if (one.isEmpty()) {
                return new Start.NoSuchRepository();
            }
            return everything || catalogue.manages(viewer, repository)
                    ? begin(viewer, repository, List.of(one.get()))
                    : new Start.NotAllowed();
        }
        List<TrackedRepository> due = catalogue.due();
        return begin(viewer, null, everything ? due : managed(viewer, due));
    }

    private List<TrackedRepository> managed(Viewer viewer, List<TrackedRepository> due) {
        Map<Integer, List<Integer>> subscribers =
                catalogue.subscribers(due.stream().map(TrackedRepository::id).toList());
        return due.stream()
                .filter(one ->
                        subscribers.getOrDefault(one.id(), List.of()).stream().anyMatch(viewer::manages))
                .toList();
    }

    private Start begin(Viewer viewer, @Nullable Integer repository, List<TrackedRepository> repositories) {
        if (repositories.isEmpty()) {
            return new Start.NothingToCollect();
        }
        boolean everything = viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT);
        Integer tenant = !everything && viewer.managed().size() == 1
                ? (Integer) viewer.managed().get(0).tenant()
                : null;
        Optional<CollectionRun> begun =
                log.begin(new RunRequest(MANUAL, tenant, repository, viewer.email(), repositories.size()));
        if (begun.isEmpty()) {
            return log.running()
                    .<Start>map(Start.AlreadyRunning::new)
                    .orElseGet(() -> begin(viewer, repository, repositories));
        }
        CollectionRun run = begun.get();
        try {
            executor.execute(() -> round.collect(run.id(), repositories));
        } catch (RejectedExecutionException e) {
            log.finish(run.id(), Map.of());
            throw e;
        }
        return new Start.Started(run);
    }
}
