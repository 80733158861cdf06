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
 * Personal access tokens. A token has 256 random bits, and only its SHA-256 is stored. It belongs to a subject of the
 * identity provider and never gives more access than the subject's verified address has at that moment.
 */
@ApplicationScoped
public class AccessTokens {

    /** The prefix of every token. */
    public static final String PREFIX = "gta_";

    /** The maximum lifetime of a token, in days. */
    public static final int MAX_DAYS = 366;

    /** The maximum number of tokens that a subject may have. */
    public static final int MAX_TOKENS = 50;

    /**
     * A new token. This is the only time that the token itself is available.
     *
     * @param token the token itself
     * @param item the token as it is listed
     */
    public record NewToken(Secret token, TokenItem item) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Creates a token.
     *
     * @param subject the owner
     * @param name 1 to 100 bytes of UTF-8
     * @param scopes the scopes; reading is always included
     * @param days the lifetime, 1 to 366 days
     * @throws IllegalArgumentException when one of these is invalid or the owner already has 50 tokens, with the name
     *     of the field
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public NewToken create(String subject, String name, Set<Scope> scopes, int days) {
        String called = NameRules.line("name", name, 100);
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidInput("days", Message.of("input.days", MAX_DAYS));
        }
        if (of(subject).size() >= MAX_TOKENS) {
            throw new InvalidInput("name", Message.of("input.mostTokens", MAX_TOKENS));
        }
        String token = PREFIX + RandomToken.create();
        Instant now = now();
        AccessToken made = new AccessToken(
                subject, called, RandomToken.digest(token), scopes, now, now.plus(Duration.ofDays(days)));
        entities.persist(made);
        entities.flush();
        TokenItem item = made.item(now);
        audit.add(
                "token.create",
                Message.of("said.audit.token", called),
                null,
                Message.of(
                        "said.audit.tokenUntil",
                        item.scopesAsConstants().stream().map(Message::name).toList(),
                        item.expiresAt()));
        return new NewToken(new Secret(token), item);
    }

    /** Returns the tokens of a subject that are not revoked, newest first. Expired tokens are included. */
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

    /**
     * Revokes a token of the subject, with effect from the next request.
     *
     * @return whether the subject owns such a token
     */
    @Transactional
    public boolean revoke(String subject, int id) {
        AccessToken token = entities.find(AccessToken.class, id);
        if (token == null || !token.subject().equals(subject) || token.isRevoked()) {
            return false;
        }
        token.revoke(now());
        audit.add("token.revoke", Message.of("said.audit.token", token.name()), null, null);
        return true;
    }

    /**
     * Returns the valid access token that a caller sent, if it is one. Updates the time of its last use at most once a
     * minute.
     *
     * <p>The database is always asked, whatever was sent. While the database is not available, the server cannot verify
     * tokens of the provider either, and callers must not be told that their token is invalid.
     */
    @Transactional
    public Optional<VerifiedToken> verify(String sent) {
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

    /** The current time, with the precision that every supported database stores. */
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
