package ghtraffic.identity;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;

/**
 * The email address of each subject of the identity provider.
 *
 * <p>The server's own cookie holds nothing but the subject, and any server on the same database accepts it later, when
 * the provider's claims are no longer available. Therefore the claims are stored here, at the request that carries
 * them. An address that the provider reports as unverified never gets the access that was granted to that address.
 */
@ApplicationScoped
public class Identities {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private SignInProviders providers;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Stores the claims of a token of the provider. An address that is not in the composed form of Unicode (NFC) counts
     * as unverified, because normalizing could turn a character that only looks like a letter into that letter.
     *
     * @param subject the claim that {@code APPID_SUBJECT_CLAIM} names, {@code sub} unless set
     * @param email the claim that {@code APPID_EMAIL_CLAIM} names, {@code email} unless set
     * @param verified false when the claim {@code email_verified} is false; a provider that sends no such claim vouches
     *     for all addresses
     */
    @Transactional
    public void store(String subject, String email, boolean verified) {
        String normal = EmailAddress.normal(email);
        boolean trusted = verified && Normalizer.isNormalized(email, Normalizer.Form.NFC);
        Identity identity = entities.find(Identity.class, subject);
        if (identity == null) {
            identity = new Identity(subject);
            identity.update(normal, trusted, clock.instant());
            entities.persist(identity);
            authenticationCache.clear();
            report(subject, normal, trusted);
        } else if (!identity.matches(normal, trusted)) {
            identity.update(normal, trusted, clock.instant());
            authenticationCache.clear();
            report(subject, normal, trusted);
        }
    }

    /** Notes that the provider no longer vouches for any address of a subject. */
    @Transactional
    public void withdraw(String subject) {
        Identity identity = entities.find(Identity.class, subject);
        if (identity != null) {
            identity.withdraw(clock.instant());
            authenticationCache.clear();
        }
    }

    /** Records that an address which gives rights has another subject than before, as after a reassigned address. */
    private void report(String subject, String email, boolean trusted) {
        if (trusted
                && providers.vouchesFor(subject)
                && !entities.createQuery(
                                "select i.subject from Identity i where i.email = :email and i.verified = 1"
                                        + " and i.subject <> :subject",
                                String.class)
                        .setParameter("email", email)
                        .setParameter("subject", subject)
                        .getResultList()
                        .isEmpty()) {
            audit.add(
                    "identity.subject",
                    Message.plain(email),
                    null,
                    Message.of(SignInProviders.isGitHub(subject) ? "said.audit.newGitHub" : "said.audit.newSubject"));
        }
    }

    /** Returns what is known about the email address of a subject. Does not check whether the user is deactivated. */
    @Transactional
    public EmailStatus emailStatus(String subject) {
        Identity identity = entities.find(Identity.class, subject);
        if (identity == null) {
            return new EmailStatus.WithoutEmail();
        }
        return identity.emailStatus() instanceof EmailStatus.Verified verified && !providers.vouchesFor(subject)
                ? new EmailStatus.Untrusted(verified.email())
                : identity.emailStatus();
    }

    /** Returns a text that differs after each change of an identity. */
    @Transactional
    String version() {
        return String.valueOf(
                entities.createNativeQuery("select max(seenat) from identities").getSingleResult());
    }
}
