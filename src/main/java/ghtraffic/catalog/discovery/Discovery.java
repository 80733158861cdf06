package ghtraffic.catalog.discovery;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.GitHubServer;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.TrackingOutcome;
import ghtraffic.github.Answer;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the repositories on github.com that a tenant's credential can read, and tracks those that match the tenant's
 * discovery rules. Discovery never stops tracking a repository.
 */
@ApplicationScoped
public class Discovery {

    private static final Logger LOG = System.getLogger(Discovery.class.getName());

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private DiscoveryStore discoveries;

    @Inject
    private ReadableRepositories readable;

    /** Runs discovery for each tenant that is due. A failure is stored with its tenant and does not stop the others. */
    public void discoverDue() {
        readable.forgetTheOld();
        for (DiscoveryStatus due : discoveries.due()) {
            try {
                discoveries.claim(due).ifPresent(taken -> discover(due.tenant(), taken));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The discovery of tenant " + due.tenant() + " failed", e);
            }
        }
    }

    private void discover(int tenant, Instant taken) {
        try {
            Answer<List<GitHubRepository>> found = readable.now(tenant, GitHubRequest::background);
            if (found instanceof Answer.Fresh<List<GitHubRepository>> fresh) {
                Message outcome = track(tenant, fresh.value());
                discoveries.end(
                        tenant,
                        taken,
                        true,
                        fresh.lacking() == null ? outcome : Message.of("reason.and", outcome, fresh.lacking()));
            } else {
                discoveries.end(tenant, taken, false, reason(found));
            }
        } catch (RuntimeException e) {
            discoveries.end(tenant, taken, false, Message.of("said.reason.discovery.failed"));
            throw e;
        }
    }

    private static Message reason(Answer<?> answer) {
        return answer instanceof Answer.Refusal<?> refusal
                ? refusal.reason()
                : Message.of("said.reason.gitHub.nothing");
    }

    /**
     * Tracks the repositories that match the rules, and returns a sentence with the counts.
     *
     * <p>The rules are read after the tracked repositories, so that nothing is tracked again that a tenant stops
     * tracking meanwhile. Before the rules are read, stopping adds a rule that excludes the repository; after that, the
     * repository is still in the index of tracked ones.
     */
    private Message track(int tenant, List<GitHubRepository> found) {
        TrackedIndex tracked = new TrackedIndex(catalog.trackedBy(tenant));
        DiscoveryRules rules = discoveries.rules(tenant);
        List<GitHubRepository> wanted = found.stream()
                .filter(one ->
                        rules.match(one) && !Boolean.FALSE.equals(one.facts().trafficReadable()))
                .toList();
        int added = 0;
        for (GitHubRepository one : wanted) {
            if (!tracked.has(one)
                    && repositories.track(tenant, GitHubServer.GITHUB_COM, one) instanceof TrackingOutcome.Tracked) {
                added++;
            }
        }
        if (added > 0) {
            LOG.log(Level.INFO, "Discovery: tenant {0} tracks {1} more repositories", String.valueOf(tenant), added);
        }
        return Message.of("said.reason.discovery.found", found.size(), wanted.size(), added);
    }

    /**
     * Asks GitHub for the repositories that a tenant's credential can read. Returns them by name, or the reason why
     * GitHub did not list them.
     */
    public Answer<List<DiscoverableRepository>> discoverable(int tenant) {
        return readable.now(tenant, GitHubRequest::interactive).map(found -> described(tenant, found));
    }

    /**
     * Returns the same list, but takes it from this server's memory when GitHub was asked within the last two minutes.
     */
    Answer<List<DiscoverableRepository>> discoverableLately(int tenant) {
        return readable.lately(tenant).map(found -> described(tenant, found));
    }

    private List<DiscoverableRepository> described(int tenant, List<GitHubRepository> found) {
        TrackedIndex tracked = new TrackedIndex(catalog.trackedBy(tenant));
        DiscoveryRules rules = discoveries.rules(tenant);
        return found.stream()
                .sorted(Comparator.comparing(GitHubRepository::fullName, String.CASE_INSENSITIVE_ORDER))
                .map(one -> DiscoverableRepository.of(one, tracked.has(one), rules.match(one)))
                .toList();
    }
}
