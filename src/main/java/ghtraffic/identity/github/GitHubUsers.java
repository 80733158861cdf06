package ghtraffic.identity.github;

import ghtraffic.identity.Identities;
import ghtraffic.identity.SignInProviders;
import ghtraffic.secrets.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The GitHub accounts that have signed in. The subject of each is random, so nobody can make another provider send it.
 */
@ApplicationScoped
public class GitHubUsers {

    /**
     * An account.
     *
     * @param server the server, for instance {@code github.com}
     * @param id the number of the account there
     */
    public record Known(String server, long id) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Identities identities;

    @Inject
    private GitHubLogin login;

    /**
     * Stores the email address of an account.
     *
     * @return the subject of the account; empty if GitHub has verified no primary address of it. The account then has
     *     no rights any more
     */
    @Transactional
    public Optional<String> store(GitHubAnswer.Account account) {
        GitHubUser user = find(account.id());
        if (account.email() == null) {
            if (user != null) {
                identities.withdraw(user.subject());
            }
            return Optional.empty();
        }
        if (user == null) {
            user = new GitHubUser(
                    login.serverName(), account.id(), SignInProviders.GITHUB_PREFIX + RandomToken.create());
            entities.persist(user);
        }
        identities.store(user.subject(), account.email(), true);
        return Optional.of(user.subject());
    }

    private @Nullable GitHubUser find(long id) {
        return entities.createQuery(
                        "select u from GitHubUser u where u.server = :server and u.gitHubId = :id", GitHubUser.class)
                .setParameter("server", login.serverName())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Returns the account that a subject stands for; empty if it is not a subject of GitHub. */
    @Transactional
    public Optional<Known> account(String subject) {
        return entities.createQuery("select u from GitHubUser u where u.subject = :subject", GitHubUser.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(user -> new Known(user.server(), user.gitHubId()))
                .findFirst();
    }
}
