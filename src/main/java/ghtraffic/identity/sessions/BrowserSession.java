package ghtraffic.identity.sessions;

import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A browser session. It holds only the digest of the token in the browser's cookie. */
@Entity
@Table(name = "browsersessions")
class BrowserSession {

    private static final int LONGEST_BROWSER = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "sessionid")
    private Integer id;

    @Column(name = "subject")
    private String subject;

    @Column(name = "digest", columnDefinition = "char(64)")
    private String digest;

    @Column(name = "begunat")
    private Instant begunAt;

    @Column(name = "seenat")
    private Instant seenAt;

    @Column(name = "endedat")
    private @Nullable Instant endedAt;

    @Column(name = "address")
    private String address;

    @Column(name = "browser")
    private String english;

    @Column(name = "browserdata")
    private @Nullable String browser;

    @Column(name = "means")
    private String means;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "idtoken")
    private @Nullable String encryptedIdToken;

    /** For JPA. */
    protected BrowserSession() {}

    BrowserSession(SignInRecord signIn, String digest, @Nullable String encryptedIdToken, Instant now) {
        subject = signIn.subject();
        this.digest = digest;
        begunAt = now;
        seenAt = now;
        address = signIn.address();
        english = signIn.browser().english();
        browser = MessageJson.write(signIn.browser(), LONGEST_BROWSER);
        means = signIn.means();
        this.encryptedIdToken = encryptedIdToken;
    }

    /**
     * The ID token that began the session, as {@code Encryption} encrypted it; null once the session has ended, and if
     * there was none.
     */
    @Nullable
    String encryptedIdToken() {
        return encryptedIdToken;
    }

    int id() {
        return id;
    }

    boolean belongsTo(String someone) {
        return subject.equals(someone);
    }

    /** Its name and system. */
    Message browser() {
        return MessageJson.read(browser, "browser", english);
    }

    Instant seenAt() {
        return seenAt;
    }

    void markSeen(Instant now) {
        seenAt = now;
    }

    void end(Instant now) {
        endedAt = now;
        encryptedIdToken = null;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    SessionItem item() {
        return new SessionItem(id, begunAt, seenAt, address, browser(), means);
    }
}
