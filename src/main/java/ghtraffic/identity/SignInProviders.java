package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ways to sign in that the operator has set up: an OpenID provider, GitHub, or both. The subject of a GitHub user
 * is random and begins with a prefix of its own, so no subject that an OpenID provider sends can be one of them.
 */
@ApplicationScoped
public class SignInProviders {

    /** The beginning of the subjects of GitHub users. */
    public static final String GITHUB_PREFIX = "github-user:";

    @Inject
    @ConfigProperty(name = "traffic.openid", defaultValue = "true")
    private boolean openId;

    @Inject
    @ConfigProperty(name = "GITHUB_LOGIN_CLIENT_ID")
    private Optional<String> gitHubClient = Optional.empty();

    @Inject
    @ConfigProperty(name = "traffic.vouching", defaultValue = "openid")
    private List<String> trusted = List.of("openid");

    /** Returns whether there is an OpenID provider. */
    public boolean hasOpenId() {
        return openId;
    }

    /** Returns whether users can sign in with GitHub. */
    public boolean hasGitHub() {
        return gitHubClient.isPresent();
    }

    /** Returns whether a subject is that of a GitHub user. */
    public static boolean isGitHub(String subject) {
        return subject.startsWith(GITHUB_PREFIX);
    }

    /** Returns whether the operator lets the email address of this subject give rights ({@code EMAIL_TRUSTED_FROM}). */
    boolean vouchesFor(String subject) {
        return trusted.contains(isGitHub(subject) ? "github" : "openid");
    }
}
