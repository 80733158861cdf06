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

/** Writes the GitHub accounts that have signed in. */
@ApplicationScoped
class GitHubUserStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Identities identities;

    @Inject
    private GitHubLogin login;

    /**
     * Stores the email address of an account, in a transaction of its own.
     *
     * @return the subject of the account; empty if GitHub has verified no primary address of it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
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
}
