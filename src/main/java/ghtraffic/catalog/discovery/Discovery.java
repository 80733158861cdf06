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
 * Finds repositories on github.com that a tenant's credential can read, and tracks those that his rules want. Never ends a
 * tracking.
 */
@ApplicationScoped
public class Discovery {

    private static final Logger LOG = System.getLogger(Discovery.class.getName());

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositoryStore ledger;

    @Inject
    private DiscoveryStore discoveries;

    @Inject
    private ReadableRepositories listings;

    /** Discovers for each tenant whose time has come. What goes wrong with one is kept with him and stops no other. */
    public void discoverDue() {
        listings.forgetTheOld();
        for (DiscoveryStatus due : discoveries.due()) {
            try {
                discoveries.take(due).ifPresent(taken -> discover(due.tenant(), taken));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The discovery of tenant " + due.tenant() + " failed", e);
            }
        }
    }

    private void discover(int tenant, Instant taken) {
        try {
            Answer<List<GitHubRepository>> found = listings.now(tenant, GitHubRequest::sparing);
            if (found instanceof Answer.Fresh<List<GitHubRepository>> fresh) {
                discoveries.end(tenant, taken, true, track(tenant, fresh.value()));
            } else {
                discoveries.end(tenant, taken, false, reason(found));
            }
        } catch (RuntimeException e) {
            discoveries.end(tenant, taken, false, Message.inEnglish("said.reason.discovery.failed"));
            throw e;
        }
    }

    private static String reason(Answer<?> answer) {
        return answer instanceof Answer.Refusal<?> refusal
                ? refusal.reason()
                : Message.inEnglish("said.reason.gitHub.nothing");
    }

    /**
     * Tracks what is wanted and answers how much. The rules are read last: what a tenant stops to track before that is not
     * wanted any more, and what he stops to track after it was tracked before.
     */
    private String track(int tenant, List<GitHubRepository> found) {
        TrackedIndex tracked = new TrackedIndex(catalogue.trackedBy(tenant));
        DiscoveryRules rules = discoveries.rules(tenant);
        List<GitHubRepository> wanted = found.stream()
                .filter(one ->
                        rules.wants(one) && !Boolean.FALSE.equals(one.facts().trafficReadable()))
                .toList();
        int added = 0;
        for (GitHubRepository one : wanted) {
            if (!tracked.has(one)
                    && ledger.subscribe(tenant, GitHubServer.GITHUB_COM, one) instanceof TrackingOutcome.Tracked) {
                added++;
            }
        }
        if (added > 0) {
            LOG.log(Level.INFO, "Discovery: tenant {0} tracks {1} more repositories", String.valueOf(tenant), added);
        }
        return Message.inEnglish("said.reason.discovery.found", found.size(), wanted.size(), added);
    }

    /** What a tenant's credential can read, by name, or why GitHub does not say. Asks GitHub. */
    public Answer<List<DiscoverableRepository>> discoverable(int tenant) {
        return listings.now(tenant, GitHubRequest::direct).map(found -> described(tenant, found));
    }

    /** The same, as GitHub said it within the last two minutes if this server asked it since. */
    Answer<List<DiscoverableRepository>> discoverableLately(int tenant) {
        return listings.lately(tenant).map(found -> described(tenant, found));
    }

    private List<DiscoverableRepository> described(int tenant, List<GitHubRepository> found) {
        TrackedIndex tracked = new TrackedIndex(catalogue.trackedBy(tenant));
        DiscoveryRules rules = discoveries.rules(tenant);
        return found.stream()
                .sorted(Comparator.comparing(GitHubRepository::fullName, String.CASE_INSENSITIVE_ORDER))
                .map(one -> DiscoverableRepository.of(one, tracked.has(one), rules.wants(one)))
                .toList();
    }
}
