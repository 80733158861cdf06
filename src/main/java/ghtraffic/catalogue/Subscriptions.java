package ghtraffic.catalogue;

import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRepository;
import ghtraffic.identity.Secret;
import ghtraffic.identity.Tenants;
import ghtraffic.identity.UnreadableTokenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which tenant tracks what: adding after asking GitHub, and removing. */
@ApplicationScoped
public class Subscriptions {

    @Inject
    private Catalogue catalogue;

    @Inject
    private GitHubClient gitHub;

    @Inject
    private Tenants tenants;

    /** Makes a tenant track a repository, if its token can read the repository and its traffic. Asks GitHub. */
    public Tracking track(int tenant, RepositoryName name) {
        Optional<Credential> credential;
        try {
            credential = tenants.gitHubToken(tenant).map(Secret::reveal).map(Credential::new);
        } catch (UnreadableTokenException e) {
            return new Tracking.Unreadable(String.valueOf(e.getMessage()));
        }
        if (credential.isEmpty()) {
            return new Tracking.Unreadable("The tenant has no GitHub token");
        }
        Answer<GitHubRepository> found = gitHub.repository(credential.get(), name.owner(), name.name());
        if (found instanceof Answer.Fresh<GitHubRepository> fresh) {
            GitHubRepository repository = fresh.value();
            Answer<?> traffic = gitHub.views(credential.get(), repository);
            return traffic instanceof Answer.Refusal<?> refusal
                    ? refused(refusal)
                    : catalogue.subscribe(tenant, repository);
        }
        return refused((Answer.Refusal<?>) found);
    }

    /**
     * Ends a tenant's tracking.
     *
     * @param deleteHistory whether what was collected is deleted too, which happens only when no other tenant tracks it
     * @return whether the tenant tracked it
     */
    public boolean stop(int tenant, int repository, boolean deleteHistory) {
        return catalogue.unsubscribe(tenant, repository, deleteHistory);
    }

    private static Tracking refused(Answer.Refusal<?> refusal) {
        if (refusal instanceof Answer.RateLimited<?> limited) {
            return new Tracking.Later(limited.reason(), limited.until());
        }
        return refusal instanceof Answer.Unavailable<?>
                ? new Tracking.GitHubUnavailable(refusal.reason())
                : new Tracking.Unreadable(refusal.reason());
    }
}
