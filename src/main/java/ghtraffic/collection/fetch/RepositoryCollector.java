package ghtraffic.collection.fetch;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.PartAnswers;
import ghtraffic.database.SqlFailure;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Collects one repository: asks GitHub, stores the answers, and returns the result. */
@ApplicationScoped
public class RepositoryCollector {

    private static final Logger LOG = System.getLogger(RepositoryCollector.class.getName());
    private static final int ATTEMPTS_TO_STORE = 3;
    private static final CollectionResult GONE = new CollectionResult.Failed(Message.of("said.reason.gone"));

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryFetcher fetcher;

    @Inject
    private FetchResultStore results;

    @Inject
    private HealthStore health;

    /**
     * Collects the repository. Problems that concern only this repository are results, not exceptions.
     *
     * @param asItWas the repository as it was when the run started; it may have been renamed since
     * @param tenants the tenants that track the repository
     * @param everything whether to ask even for parts that GitHub updates once a day and that were collected recently
     */
    public CollectionResult collect(TrackedRepository asItWas, List<Integer> tenants, boolean everything) {
        TrackedRepository repository =
                catalog.withIds(List.of(asItWas.id())).stream().findFirst().orElse(null);
        if (repository == null) {
            return GONE;
        }
        PartAnswers findings = fetcher.fetch(repository, tenants, health.parts(repository.id()), everything);
        try {
            if (!store(repository, findings)) {
                return GONE;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "What came of " + repository.fullName() + " could not be stored", e);
            Message reason = Message.of("said.reason.notStored");
            results.recordFailure(repository, findings, reason);
            return new CollectionResult.Failed(reason);
        }
        Optional<Instant> limit = findings.limitedUntil();
        if (limit.isPresent()) {
            return new CollectionResult.Deferred(limit.get());
        }
        Message reason = findings.reason();
        if (reason == null) {
            return new CollectionResult.Collected();
        }
        return findings.failed() ? new CollectionResult.Failed(reason) : new CollectionResult.CollectedInPart(reason);
    }

    /** Stores the answers, and repeats a transaction that failed because of another one. */
    private boolean store(TrackedRepository repository, PartAnswers findings) {
        for (int attempt = 1; ; attempt++) {
            try {
                return results.store(repository, findings);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS_TO_STORE || !mayPass(e)) {
                    throw e;
                }
            }
        }
    }

    /** Recognizes deadlocks, lost connections, and rows that another transaction inserted at the same time. */
    private static boolean mayPass(Throwable failure) {
        return SqlFailure.isLocked(failure) || SqlFailure.isUnreachable(failure) || SqlFailure.isDuplicate(failure);
    }
}
