package ghtraffic.identity.sessions;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.secrets.RandomToken;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people are signed in with a browser. The server's own cookie has no name by which it could be taken back, and any
 * server with the same keys accepts it to its end; so a session of ours, which all servers know, stands beside it.
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
    @ConfigProperty(name = "SESSION_HOURS", defaultValue = "8")
    private int hours;

    /** Begins a session, and gives what the browser's cookie has to hold. */
    @Transactional
    public String begin(SignInRecord signIn) {
        entities.createQuery("delete from BrowserSession s where s.subject = :subject and s.begunAt < :long")
                .setParameter("subject", signIn.subject())
                .setParameter("long", now().minus(Duration.ofDays(KEPT_DAYS)))
                .executeUpdate();
        String token = RandomToken.draw();
        entities.persist(new BrowserSession(signIn, RandomToken.digest(token), now()));
        return token;
    }

    /**
     * Recognises a session, and notes every five minutes that it was seen.
     *
     * @param token what the browser's cookie holds
     * @param subject who the server says is signed in
     * @return the session's number; empty when it is none of his, or has ended
     */
    @Transactional
    public OptionalInt recognise(String token, String subject) {
        Optional<BrowserSession> found =
                find(token).filter(session -> session.belongsTo(subject)).filter(session -> !session.hasEnded());
        Instant now = now();
        found.filter(session -> session.seenAt().plus(BETWEEN_NOTES).isBefore(now))
                .ifPresent(session -> session.seen(now));
        return found.map(session -> OptionalInt.of(session.id())).orElseGet(OptionalInt::empty);
    }

    /** Whether this is a session that has not ended, whoever's it is. */
    @Transactional
    public boolean goesOn(String token) {
        return find(token).filter(session -> !session.hasEnded()).isPresent();
    }

    /** Ends the session of a browser, if it is one. */
    @Transactional
    public void end(String token) {
        find(token).filter(session -> !session.hasEnded()).ifPresent(session -> session.end(now()));
    }

    /** A subject's sessions that go on, the newest first. */
    @Transactional
    public List<SessionItem> of(String subject) {
        return entities.createQuery(
                        "select s from BrowserSession s where s.subject = :subject and s.endedAt is null"
                                + " and s.begunAt > :earliest order by s.id desc",
                        BrowserSession.class)
                .setParameter("subject", subject)
                .setParameter("earliest", now().minus(Duration.ofHours(hours)))
                .getResultStream()
                .map(BrowserSession::item)
                .toList();
    }

    /** Ends a session, if it is the subject's; whether it went on until then. */
    @Transactional
    public boolean end(String subject, int id) {
        BrowserSession session = entities.find(BrowserSession.class, id);
        if (session == null || !session.belongsTo(subject) || session.hasEnded()) {
            return false;
        }
        session.end(now());
        audit.add("session.end", Message.inEnglish("said.audit.session", session.browser()), null, null);
        return true;
    }

    private Optional<BrowserSession> find(String token) {
        return entities.createQuery("select s from BrowserSession s where s.digest = :digest", BrowserSession.class)
                .setParameter("digest", RandomToken.digest(token))
                .getResultStream()
                .findFirst();
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
