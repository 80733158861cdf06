package ghtraffic.identity.github;

import ghtraffic.database.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

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
    private GitHubUserStore users;

    /**
     * Stores the email address of an account. Two first sign-ins of an account may happen at the same time; both get the same subject.
     *
     * @return the subject of the account; empty if GitHub has verified no primary address of it. The account then has
     *     no rights any more
     */
    public Optional<String> store(GitHubAnswer.Account account) {
        try {
            return users.store(account);
        } catch (RuntimeException e) {
            if (SqlFailure.isDuplicate(e)) {
                return users.store(account);
            }
            throw e;
        }
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
