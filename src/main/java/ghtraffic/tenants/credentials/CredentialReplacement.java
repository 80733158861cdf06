package ghtraffic.tenants.credentials;

import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Replaces the GitHub credential of a tenant after GitHub has accepted the new one. */
@ApplicationScoped
class CredentialReplacement {

    private static final Logger LOG = System.getLogger(CredentialReplacement.class.getName());

    @Inject
    private GitHubCredentials credentials;

    @Inject
    private Tenants tenants;

    @Inject
    private GitHubClient gitHub;

    @Inject
    private CredentialStore store;

    /**
     * Returns whether the viewer may replace the credential: they manage the tenant, or they are an administrator and
     * the tenant exists.
     */
    boolean isAllowedFor(Viewer viewer, int tenant) {
        return viewer.manages(tenant)
                || viewer.has(Role.ADMIN) && tenants.of(tenant).isPresent();
    }

    /**
     * Checks the credential with GitHub and stores it encrypted if GitHub accepts it. Fires {@link CredentialReplaced}.
     *
     * @param by the email address of the user who replaces it, for the log
     * @return why nothing was changed; empty when the credential was replaced
     */
    Optional<Answer.Refusal<?>> replace(int tenant, TenantCredential credential, String by) {
        Answer<?> answer = check(credential);
        if (answer instanceof Answer.Refusal<?> refusal) {
            return Optional.of(refusal);
        }
        store.replace(tenant, credential);
        LOG.log(Level.INFO, "{0} replaced the GitHub credential of tenant {1}", by, String.valueOf(tenant));
        return Optional.empty();
    }

    private Answer<?> check(TenantCredential credential) {
        Answer<Credential> usable = credentials.usable(credential, GitHubHost.GITHUB_COM);
        return usable instanceof Answer.Fresh<Credential> fresh && credential instanceof TenantCredential.Token
                ? gitHub.checkToken(GitHubRequest.interactive(GitHubHost.GITHUB_COM, fresh.value()))
                : usable;
    }
}
