package ghtraffic.identity.tokens;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.NameRules;
import ghtraffic.identity.Scope;
import ghtraffic.identity.VerifiedToken;
import ghtraffic.identity.users.UserRemoved;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import ghtraffic.secrets.RandomToken;
import ghtraffic.secrets.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Personal access tokens: 256 random bits, of which only the SHA-256 is kept. They belong to a subject of the identity
 * provider and never open more than its verified address does at that moment.
 */
@ApplicationScoped
public class AccessTokens {

    /** What every token begins with. */
    public static final String PREFIX = "gta_";

    /** The longest life of a token, in days. */
    public static final int LONGEST_DAYS = 366;

    public static final int MOST = 50;

    /**
     * A token that was made; the only time that it can be read.
     *
     * @param token the token itself
     * @param item what is kept of it
     */
    public record Made(Secret token, TokenItem item) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Makes a token.
     *
     * @param subject whose it is
     * @param name 1 to 100 characters
     * @param scopes what it carries; reading is always part of it
     * @param days how long it works, 1 to 366
     * @throws IllegalArgumentException when one of these is wrong or the owner has 50 tokens, with the field's name
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public Made make(String subject, String name, Set<Scope> scopes, int days) {
        String called = NameRules.line("name", name, 100);
        if (days < 1 || days > LONGEST_DAYS) {
            throw new InvalidInput("days", Message.of("input.days", LONGEST_DAYS));
        }
        if (of(subject).size() >= MOST) {
            throw new InvalidInput("name", Message.of("input.mostTokens", MOST));
        }
        String token = PREFIX + RandomToken.draw();
        Instant now = now();
        AccessToken made = new AccessToken(
                subject, called, RandomToken.digest(token), scopes, now, now.plus(Duration.ofDays(days)));
        entities.persist(made);
        entities.flush();
        TokenItem item = made.item(now);
        audit.add(
                "token.create",
                Message.inEnglish("said.audit.token", called),
                null,
                Message.inEnglish(
                        "said.audit.tokenUntil",
                        item.scopesAsConstants().stream().map(Message::name).toList(),
                        item.expiresAt().toString()));
        return new Made(new Secret(token), item);
    }

    /** A subject's tokens that are not revoked, the newest first. */
    @Transactional
    public List<TokenItem> of(String subject) {
        return entities.createQuery(
                        "select t from AccessToken t where t.subject = :subject and t.revokedAt is null order by t.id desc",
                        AccessToken.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(token -> token.item(now()))
                .toList();
    }

    /** Ends a token at once, if it is the subject's; whether it was. */
    @Transactional
    public boolean revoke(String subject, int id) {
        AccessToken token = entities.find(AccessToken.class, id);
        if (token == null || !token.subject().equals(subject) || token.item(now()) == null) {
            return false;
        }
        token.revoke(now());
        audit.add("token.revoke", Message.inEnglish("said.audit.token", token.name()), null, null);
        return true;
    }

    /**
     * The token that a caller sent, if it is one and still good. Notes that it was used, once a minute at most. The database is asked
     * whatever was sent: while it is away, the server takes no token of the provider for good, and nobody must be told that his is bad.
     */
    @Transactional
    public Optional<VerifiedToken> recognise(String sent) {
        Optional<AccessToken> found = entities.createQuery(
                        "select t from AccessToken t where t.digest = :digest", AccessToken.class)
                .setParameter("digest", RandomToken.digest(sent))
                .getResultStream()
                .filter(token -> token.isGood(now()))
                .findFirst();
        found.ifPresent(token -> noteUse(token.id()));
        return found.map(token -> new VerifiedToken(token.id(), token.subject(), token.name(), token.scopes()));
    }

    private void noteUse(int id) {
        Instant now = now();
        entities.createQuery("update AccessToken t set t.lastUsedAt = :now where t.id = :id"
                        + " and (t.lastUsedAt is null or t.lastUsedAt < :earlier)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("earlier", now.minus(Duration.ofMinutes(1)))
                .executeUpdate();
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Revokes the tokens of a user who is removed. */
    void revokeOf(@Observes UserRemoved user) {
        entities.createQuery("update AccessToken t set t.revokedAt = :now where t.revokedAt is null and t.subject in"
                        + " (select i.subject from Identity i where i.email = :email)")
                .setParameter("now", now())
                .setParameter("email", user.email())
                .executeUpdate();
    }
}
