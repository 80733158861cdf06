package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.identity.Secret;
import ghtraffic.identity.Tenants;
import ghtraffic.identity.UnreadableTokenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects repositories one after the other; one that fails does not stop the others. */
@ApplicationScoped
class Round {

    private static final Logger LOG = System.getLogger(Round.class.getName());

    @Inject
    private Catalogue catalogue;

    @Inject
    private Tenants tenants;

    @Inject
    private RepositoryVisit visit;

    @Inject
    private Health health;

    @Inject
    private RunLog log;

    /** Runs to the end. When the database is lost on the way, the run's lease lapses and the next run completes it. */
    void collect(int run, List<TrackedRepository> repositories) {
        try {
            collectAll(run, repositories);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Collection " + run + " broke off; what it had stored is kept", e);
        }
    }

    private void collectAll(int run, List<TrackedRepository> repositories) {
        Map<Integer, List<Integer>> subscribers = catalogue.subscribers(
                repositories.stream().map(TrackedRepository::id).toList());
        Map<Integer, Answer<Credential>> credentials = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (TrackedRepository repository : repositories) {
            List<Integer> owners = subscribers.getOrDefault(repository.id(), List.of());
            owners.forEach(tenant -> counts.merge(tenant, 1, Integer::sum));
            if (!collect(run, repository, owners, credentials)) {
                LOG.log(Level.WARNING, "Collection {0} was so slow that another one took over from it", run);
                return;
            }
        }
        log.finish(run, counts);
    }

    private boolean collect(
            int run, TrackedRepository repository, List<Integer> owners, Map<Integer, Answer<Credential>> credentials) {
        try {
            Answer<?> answer = ask(repository, owners, credentials);
            if (answer instanceof Answer.Refusal<?> refusal) {
                return fail(run, repository, refusal.reason());
            }
            return log.collected(run);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Collecting " + repository.fullName() + " failed", e);
            return fail(run, repository, "The numbers could not be stored; the next collection tries again");
        }
    }

    /**
     * Asks with one tenant's credential after the other, until one is answered.
     *
     * @param credentials by tenant, read once a round; one whose limit is used up is replaced by GitHub's refusal
     */
    private Answer<?> ask(
            TrackedRepository repository, List<Integer> owners, Map<Integer, Answer<Credential>> credentials) {
        Answer<?> last = new Answer.BadToken<>("No tenant that tracks the repository has a GitHub token");
        for (int tenant : owners) {
            Answer<Credential> credential = credentials.computeIfAbsent(tenant, this::credential);
            last = credential instanceof Answer.Fresh<Credential> fresh
                    ? visit.collect(repository, fresh.value())
                    : credential;
            if (last instanceof Answer.RateLimited<?> limited) {
                credentials.put(tenant, limited.refusal());
            }
            if (last instanceof Answer.Fresh<?>) {
                return last;
            }
        }
        return last;
    }

    private Answer<Credential> credential(int tenant) {
        try {
            Optional<Secret> token = tenants.gitHubToken(tenant);
            return token.isPresent()
                    ? new Answer.Fresh<>(new Credential(token.get().reveal()))
                    : new Answer.BadToken<>("The tenant has no GitHub token");
        } catch (UnreadableTokenException e) {
            LOG.log(Level.ERROR, "The token of tenant " + tenant + " cannot be read", e);
            return new Answer.BadToken<>(String.valueOf(e.getMessage()));
        }
    }

    private boolean fail(int run, TrackedRepository repository, String reason) {
        LOG.log(Level.WARNING, "{0} could not be collected: {1}", repository.fullName(), reason);
        health.failed(repository.id(), reason);
        return log.failed(run, repository.id(), reason);
    }
}
