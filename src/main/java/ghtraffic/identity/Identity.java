package ghtraffic.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The email address that a subject of the identity provider last signed in with. */
@Entity
@Table(name = "identities")
class Identity {

    @Id
    @Column(name = "subject")
    private String subject;

    @Column(name = "email")
    private String email;

    @Column(name = "verified")
    private short verified;

    @Column(name = "seenat")
    private Instant seenAt;

    /** For JPA. */
    protected Identity() {}

    Identity(String subject) {
        this.subject = subject;
    }

    void update(String newEmail, boolean newVerified, Instant now) {
        email = newEmail;
        verified = flag(newVerified);
        seenAt = now;
    }

    void withdraw(Instant now) {
        verified = 0;
        seenAt = now;
    }

    boolean matches(String otherEmail, boolean otherVerified) {
        return email.equals(otherEmail) && verified == flag(otherVerified);
    }

    EmailStatus emailStatus() {
        return verified == 0 ? new EmailStatus.Unverified(email) : new EmailStatus.Verified(email);
    }

    private static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }
}
