package ghtraffic.catalog.discovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a tenant's last discovery went. */
@Entity
@Table(name = "discoveries")
class DiscoveryStatus {

    /** The last attempt of those that are to be due at once. */
    static final Instant NEVER = Instant.EPOCH;

    private static final Duration AFTER_SUCCESS = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    @Id
    @Column(name = "tid")
    private int tenant;

    @Column(name = "lastattempt")
    private Instant lastAttempt = NEVER;

    @Column(name = "lastsuccess")
    private @Nullable Instant lastSuccess;

    @Column(name = "message")
    private @Nullable String message;

    /** For JPA. */
    protected DiscoveryStatus() {}

    DiscoveryStatus(int tenant) {
        this.tenant = tenant;
    }

    int tenant() {
        return tenant;
    }

    void isDueAtOnce() {
        lastAttempt = NEVER;
    }

    void ended(boolean succeeded, @Nullable String newMessage) {
        if (succeeded) {
            lastSuccess = lastAttempt;
        }
        message = newMessage;
    }

    boolean isDue(Instant now) {
        return !lastAttempt.plus(failed() ? AFTER_FAILURE : AFTER_SUCCESS).isAfter(now);
    }

    /** Whether the last attempt did not succeed, or was not ended. */
    boolean failed() {
        return lastSuccess == null || lastSuccess.isBefore(lastAttempt);
    }

    Instant attempt() {
        return lastAttempt;
    }

    /** When it was tried with the rules as they are; null when it was not yet. */
    @Nullable
    Instant lastAttempt() {
        return lastAttempt.equals(NEVER) ? null : lastAttempt;
    }

    /** When it last succeeded; null if never. */
    @Nullable
    Instant lastSuccess() {
        return lastSuccess;
    }

    /** What it found, or why it failed; null before the first one. */
    @Nullable
    String message() {
        return message;
    }
}
