package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;

/**
 * Whose e-mail address each of the provider's subjects is.
 *
 * <p>The server's own cookie carries nothing but the subject, and any server on the same database accepts it later, when the
 * provider's claims are no longer at hand. So what the claims said is kept here, at the request that had them: an address
 * that the provider calls unverified never opens what was granted to that address.
 */
@ApplicationScoped
public class Identities {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private Clock clock;

    /**
     * Keeps what the provider's token said. An address in another form than the composed one of Unicode (NFC) is taken for
     * unverified: a sign that only looks like a letter would become that letter.
     *
     * @param subject the claim that {@code APPID_SUBJECT_CLAIM} names, {@code sub} unless set
     * @param email the claim that {@code APPID_EMAIL_CLAIM} names, {@code email} unless set
     * @param verified false when the claim {@code email_verified} is false; a provider that sends none vouches for all
     */
    @Transactional
    public void saw(String subject, String email, boolean verified) {
        String normal = EmailAddress.normal(email);
        boolean trusted = verified && Normalizer.isNormalized(email, Normalizer.Form.NFC);
        Identity identity = entities.find(Identity.class, subject);
        if (identity == null) {
            identity = new Identity(subject);
            identity.is(normal, trusted, clock.instant());
            entities.persist(identity);
            authenticationCache.clear();
        } else if (!identity.isAlready(normal, trusted)) {
            identity.is(normal, trusted, clock.instant());
            authenticationCache.clear();
        }
    }

    /** How a subject stands with its e-mail address. */
    @Transactional
    public EmailStatus standing(String subject) {
        Identity identity = entities.find(Identity.class, subject);
        return identity == null ? new EmailStatus.WithoutEmail() : identity.standing();
    }

    /** A text that is another one after each change. */
    @Transactional
    String newest() {
        return String.valueOf(
                entities.createNativeQuery("select max(seenat) from identities").getSingleResult());
    }
}
