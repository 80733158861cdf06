package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.fetch.CollectionResult;
import ghtraffic.collection.fetch.RepositoryCollector;
import ghtraffic.collection.warnings.CredentialEndWatcher;
import ghtraffic.collection.warnings.CredentialHealth;
import ghtraffic.takeover.findings.Twins;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does the work of a collection run: collects several repositories at once. If one fails, the others continue. */
@ApplicationScoped
class CollectionJob {

    private static final Logger LOG = System.getLogger(CollectionJob.class.getName());
    private static final int HEARTBEAT_SECONDS = 15;
    /** GitHub allows a hundred concurrent requests. */
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryCollector collection;

    @Inject
    private CredentialHealth credentialHealth;

    @Inject
    private CredentialEndWatcher credentialEnds;

    @Inject
    private Twins twins;

    @Inject
    private RunStore runs;

    @Inject
    private PausedRuns waiting;

    /** Separate threads, because threads that wait for a slow GitHub must not be missing for page requests. */
    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    @ConfigProperty(name = "COLLECT_AT_ONCE", defaultValue = "8")
    private int atOnce;

    /**
     * Collects until all repositories are done or the rest waits for the end of a rate limit. If the database fails
     * in the meantime, the lease of the run expires and the next run collects the rest.
     *
     * @param run the id of the run
     * @param everything whether to ask even for parts that GitHub updates once a day and that were collected recently
     */
    void collect(int run, List<TrackedRepository> asked, boolean everything) {
        List<TrackedRepository> repositories = withoutTwins(run, asked);
        JobProgress progress = new JobProgress(repositories);
        Future<?> heartbeat = timer.scheduleAtFixedRate(
                () -> beat(run, progress), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        try {
            collectAll(run, progress, repositories, everything);
        } catch (RuntimeException e) {
            progress.stop();
            LOG.log(Level.ERROR, "Collection " + run + " broke off; what it had stored is kept", e);
        } finally {
            heartbeat.cancel(false);
        }
    }

    /** Merges rows that stand for one repository, and returns what is left to collect. */
    private List<TrackedRepository> withoutTwins(int run, List<TrackedRepository> asked) {
        try {
            Map<Integer, Integer> merged = twins.merge();
            if (merged.isEmpty()) {
                return asked;
            }
            List<TrackedRepository> left = catalog.withIds(asked.stream()
                    .map(one -> merged.getOrDefault(one.id(), one.id()))
                    .distinct()
                    .toList());
            runs.reduceTotal(run, asked.size() - left.size());
            return left;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Repositories with several rows could not be merged; the next collection tries again",
                    e);
            return asked;
        }
    }

    private void beat(int run, JobProgress progress) {
        try {
            if (!runs.renewLease(run)) {
                progress.stop();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Collection " + run + " could not say that it is alive", e);
        }
    }

    private void collectAll(int run, JobProgress progress, List<TrackedRepository> repositories, boolean everything) {
        Map<Integer, List<Integer>> subscribers = catalog.trackingTenants(
                repositories.stream().map(TrackedRepository::id).toList());
        int size = Math.max(1, Math.min(Math.min(atOnce, MOST_AT_ONCE), repositories.size()));
        ExecutorService crew = Executors.newFixedThreadPool(size, threads);
        try {
            Stream.generate(() -> crew.submit(() -> work(run, progress, subscribers, everything)))
                    .limit(size)
                    .toList()
                    .forEach(CollectionJob::await);
        } finally {
            crew.shutdown();
        }
        credentialHealth.store(credentialHealth.currentStatus(progress.tenants().keySet()));
        credentialEnds.announce();
        if (progress.stopped()) {
            LOG.log(Level.WARNING, "Collection {0} was so slow that another one took over from it", run);
        } else if (progress.resumesAt().isPresent()) {
            waiting.pause(run, progress.resumesAt().get(), progress.deferred(), progress.tenants());
            LOG.log(
                    Level.INFO,
                    "Collection {0} goes on at {1}, when the rate limit ends",
                    run,
                    progress.resumesAt().get());
        } else {
            runs.finish(run, progress.tenants());
        }
    }

    private void work(int run, JobProgress progress, Map<Integer, List<Integer>> subscribers, boolean everything) {
        for (TrackedRepository one = progress.next(); one != null; one = progress.next()) {
            List<Integer> tenants = subscribers.getOrDefault(one.id(), List.of());
            CollectionResult visited = collection.collect(one, tenants, everything);
            progress.count(one, tenants, visited);
            if (!keep(run, one, visited)) {
                progress.stop();
            }
        }
    }

    private boolean keep(int run, TrackedRepository repository, CollectionResult visited) {
        if (visited instanceof CollectionResult.Collected) {
            return runs.collected(run);
        } else if (visited instanceof CollectionResult.CollectedInPart part) {
            return runs.collectedInPart(run, repository.id(), part.reason());
        } else if (visited instanceof CollectionResult.Failed failed) {
            LOG.log(Level.WARNING, "{0} could not be collected: {1}", repository.fullName(), failed.reason());
            return runs.failed(run, repository.id(), failed.reason());
        }
        return true;
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the collection broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping", e);
        }
    }
}
