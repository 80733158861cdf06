package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryName;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.TrackingOutcome;
import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import ghtraffic.tenants.TenantRemoved;
import ghtraffic.tenants.credentials.GitHubCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Starts and stops tracking repositories for tenants. Asks GitHub before a repository is added. */
@ApplicationScoped
public class RepositoryTracking {

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private GitHubClient gitHub;

    @Inject
    private GitHubCredentials credentials;

    /**
     * Makes a tenant track a repository if its credential can read the repository and its traffic. On a GitHub
     * Enterprise Server, which has no traffic, reading the repository is enough. Calls GitHub.
     */
    public TrackingOutcome track(int tenant, GitHubHost host, RepositoryName name) {
        Optional<Integer> server = catalog.serverId(host);
        if (server.isEmpty()) {
            return new TrackingOutcome.Unreadable(Message.of("said.reason.server.unknown", host.name()));
        }
        Answer<Credential> credential = credentials.of(tenant, host);
        if (!(credential instanceof Answer.Fresh<Credential> usable)) {
            return refused(credential);
        }
        GitHubRequest access = GitHubRequest.interactive(host, usable.value());
        Answer<GitHubRepository> found = gitHub.repository(access, name.owner(), name.name());
        if (!(found instanceof Answer.Fresh<GitHubRepository> fresh)) {
            return refused(found);
        }
        GitHubRepository repository = fresh.value();
        Answer<?> traffic =
                gitHub.traffic(access, repository.owner(), repository.name(), TrafficKind.VIEWS, TrafficPeriod.DAY);
        return traffic instanceof Answer.Refusal<?> && !(traffic instanceof Answer.Unsupported<?>)
                ? refused(traffic)
                : repositories.track(tenant, server.get(), repository);
    }

    /**
     * Stops tracking a repository for a tenant. Observers of {@code TrackingEnded} do the rest: for example, they add a
     * discovery rule that excludes the repository.
     *
     * @param deleteHistory whether the collected data is deleted too; this happens only when no other tenant tracks the
     *     repository
     * @return whether the tenant tracked it
     */
    @Transactional
    public boolean stop(int tenant, int repository, boolean deleteHistory) {
        return repositories.stopTracking(tenant, repository, deleteHistory);
    }

    /** Stops all tracking for a tenant, because the tenant is being removed. */
    void end(@Observes TenantRemoved removed) {
        for (int repository : catalog.idsTrackedBy(removed.tenant())) {
            repositories.stopTracking(removed.tenant(), repository, removed.deleteHistory());
        }
    }

    private static TrackingOutcome refused(Answer<?> answer) {
        if (answer instanceof Answer.RateLimited<?> limited) {
            return new TrackingOutcome.Later(limited.reason(), limited.until());
        }
        Message reason = answer instanceof Answer.Refusal<?> refusal
                ? refusal.reason()
                : Message.of("said.reason.gitHub.nothing");
        return answer instanceof Answer.Unavailable<?>
                ? new TrackingOutcome.GitHubUnavailable(reason)
                : new TrackingOutcome.Unreadable(reason);
    }
}
