package ghtraffic.identity.sessions;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Encryption;
import ghtraffic.secrets.RandomToken;
import ghtraffic.secrets.Secret;
import ghtraffic.secrets.UnreadableTokenException;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The browser sessions of users. The server's own cookie has no identifier by which it could be revoked, and any server
 * with the same keys accepts it until it expires. Therefore the application keeps a session of its own beside it, which
 * all servers know.
 */
@ApplicationScoped
public class BrowserSessions {

    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(5);
    private static final int KEPT_DAYS = 90;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private SessionLifetime lifetime;

    @Inject
    private Encryption encryption;

    /**
     * Begins a session. Deletes the subject's sessions that are older than 90 days, and the ID tokens of all sessions
     * that are older than {@code SESSION_HOURS}.
     *
     * @param idToken the ID token of the provider, which is stored encrypted until the session ends
     * @return the token that the browser's cookie must hold
     */
    @Transactional
    public String begin(SignInRecord signIn, Secret idToken) {
        return insert(signIn, encryption.encrypt(idToken));
    }

    /** Begins a session in the same way, for a provider that has no ID tokens. */
    @Transactional
    public String begin(SignInRecord signIn) {
        return insert(signIn, null);
    }

    private String insert(SignInRecord signIn, @Nullable String encryptedIdToken) {
        entities.createQuery("delete from BrowserSession s where s.subject = :subject and s.begunAt < :long")
                .setParameter("subject", signIn.subject())
                .setParameter("long", now().minus(Duration.ofDays(KEPT_DAYS)))
                .executeUpdate();
        entities.createQuery("update BrowserSession s set s.encryptedIdToken = null"
                        + " where s.begunAt < :earliest and s.encryptedIdToken is not null")
                .setParameter("earliest", lifetime.earliestBegin(now()))
                .executeUpdate();
        String token = RandomToken.create();
        entities.persist(new BrowserSession(signIn, RandomToken.digest(token), encryptedIdToken, now()));
        return token;
    }

    /**
     * Finds the session of a token. Updates the time when it was last seen at most every five minutes.
     *
     * @param token the token in the browser's cookie
     * @param subject the subject that the server has signed in
     * @return the session's number; empty when the session is unknown, has ended, or belongs to another subject
     */
    @Transactional
    public OptionalInt find(String token, String subject) {
        Optional<BrowserSession> found =
                find(token).filter(session -> session.belongsTo(subject)).filter(session -> !session.hasEnded());
        Instant now = now();
        found.filter(session -> session.seenAt().plus(BETWEEN_NOTES).isBefore(now))
                .ifPresent(session -> session.markSeen(now));
        return found.map(session -> OptionalInt.of(session.id())).orElseGet(OptionalInt::empty);
    }

    /** Returns whether the token belongs to a session of any subject that has not ended. */
    @Transactional
    public boolean isActive(String token) {
        return find(token).filter(session -> !session.hasEnded()).isPresent();
    }

    /** Returns the ID token of the session with this token. It is empty if there is no ID token, or no key decrypts it. */
    @Transactional
    public Optional<Secret> idToken(String token) {
        return find(token).map(BrowserSession::encryptedIdToken).flatMap(this::decrypted);
    }

    private Optional<Secret> decrypted(String encrypted) {
        try {
            return Optional.of(encryption.decrypt(encrypted));
        } catch (UnreadableTokenException e) {
            return Optional.empty();
        }
    }

    /** Ends the session of this token, if there is one. */
    @Transactional
    public void end(String token) {
        find(token).filter(session -> !session.hasEnded()).ifPresent(session -> session.end(now()));
    }

    /**
     * Returns the sessions of a subject that have not ended and are younger than {@code SESSION_HOURS}, newest first.
     */
    @Transactional
    public List<SessionItem> of(String subject) {
        return entities.createQuery(
                        "select s from BrowserSession s where s.subject = :subject and s.endedAt is null"
                                + " and s.begunAt > :earliest order by s.id desc",
                        BrowserSession.class)
                .setParameter("subject", subject)
                .setParameter("earliest", lifetime.earliestBegin(now()))
                .getResultStream()
                .map(BrowserSession::item)
                .toList();
    }

    /**
     * Ends a session of the subject.
     *
     * @return whether the subject had such a session that had not ended
     */
    @Transactional
    public boolean end(String subject, int id) {
        BrowserSession session = entities.find(BrowserSession.class, id);
        if (session == null || !session.belongsTo(subject) || session.hasEnded()) {
            return false;
        }
        session.end(now());
        audit.add("session.end", Message.of("said.audit.session", session.browser()), null, null);
        return true;
    }

    private Optional<BrowserSession> find(String token) {
        return entities.createQuery("select s from BrowserSession s where s.digest = :digest", BrowserSession.class)
                .setParameter("digest", RandomToken.digest(token))
                .getResultStream()
                .findFirst();
    }

    /** Returns the current time with the precision that every supported database stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
