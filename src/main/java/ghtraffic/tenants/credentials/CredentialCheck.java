package ghtraffic.tenants.credentials;

import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubClient;
import ghtraffic.github.GitHubRequest;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks GitHub whether it accepts a stored credential. */
@ApplicationScoped
public class CredentialCheck {

    @Inject
    private GitHubCredentials credentials;

    @Inject
    private Tenants tenants;

    @Inject
    private GitHubClient gitHub;

    /** Returns why the credential of a tenant cannot be used; empty when GitHub accepts it. */
    public Optional<Message> refusal(int tenant) {
        Answer<?> answer = credentials.of(tenant, GitHubHost.GITHUB_COM);
        boolean token = tenants.of(tenant)
                .filter(one -> one.credential().equals("token"))
                .isPresent();
        if (token && answer instanceof Answer.Fresh<?> fresh && fresh.value() instanceof Credential credential) {
            answer = gitHub.checkToken(GitHubRequest.background(GitHubHost.GITHUB_COM, credential));
        }
        return answer instanceof Answer.Refusal<?> refusal ? Optional.of(refusal.reason()) : Optional.empty();
    }
}
