package ghtraffic.tenants.credentials;

import ghtraffic.github.Answer;
import ghtraffic.github.AppKey;
import ghtraffic.github.Credential;
import ghtraffic.github.GitHubApp;
import ghtraffic.github.InstallationTokens;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import ghtraffic.secrets.UnreadableTokenException;
import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.interfaces.RSAPrivateKey;

/** Provides the credential with which GitHub is called on behalf of a tenant. */
@ApplicationScoped
public class GitHubCredentials {

    private static final Logger LOG = System.getLogger(GitHubCredentials.class.getName());

    @Inject
    private Tenants tenants;

    @Inject
    private InstallationTokens installationTokens;

    /**
     * Returns a token that can be used now, or the reason why there is none. Calls GitHub when the installation token
     * of a GitHub App has expired.
     */
    public Answer<Credential> of(int tenant, GitHubHost host) {
        try {
            TenantCredential credential = tenants.credential(tenant).orElse(null);
            return credential == null
                    ? new Answer.BadToken<>(Message.of("said.reason.noToken"))
                    : usable(credential, host);
        } catch (UnreadableTokenException e) {
            LOG.log(Level.ERROR, "The credential of tenant " + tenant + " cannot be read", e);
            return new Answer.BadToken<>(UnreadableTokenException.REASON);
        }
    }

    /**
     * Returns a usable token for a credential, whether it is stored or not.
     *
     * @throws IllegalArgumentException when the private key of an app cannot be parsed
     */
    Answer<Credential> usable(TenantCredential credential, GitHubHost host) {
        if (credential instanceof TenantCredential.App app) {
            RSAPrivateKey key = AppKey.parse(app.privateKey().reveal());
            return installationTokens.of(host, new GitHubApp(app.appId(), app.installation(), key));
        }
        return new Answer.Fresh<>(
                new Credential(((TenantCredential.Token) credential).token().reveal()));
    }
}
