package ghtraffic.catalog.discovery;

import ghtraffic.database.ByteLimit;
import ghtraffic.database.StoredTime;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a tenant's last discovery. After a success the next one is due in a day, after a failure in an hour.
 */
@Entity
@Table(name = "discoveries")
class DiscoveryStatus {

    /** The time of the last attempt that makes a discovery due at once. */
    static final Instant NEVER = Instant.EPOCH;

    private static final int LONGEST_ENGLISH = 1_000;
    private static final int LONGEST_MESSAGE = 2_000;
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
    private @Nullable String english;

    @Column(name = "messagedata")
    private @Nullable String message;

    /** For JPA. */
    protected DiscoveryStatus() {}

    DiscoveryStatus(int tenant) {
        this.tenant = tenant;
    }

    int tenant() {
        return tenant;
    }

    void makeDue() {
        lastAttempt = NEVER;
    }

    void ended(boolean succeeded, Message told) {
        if (succeeded) {
            lastSuccess = lastAttempt;
        }
        english = ByteLimit.cut(told.english(), LONGEST_ENGLISH);
        message = MessageJson.write(told, LONGEST_MESSAGE);
    }

    boolean isDue(Instant now) {
        return StoredTime.isAhead(lastAttempt, now)
                || !lastAttempt.plus(failed() ? AFTER_FAILURE : AFTER_SUCCESS).isAfter(now);
    }

    /** Returns whether the last attempt failed or did not end. */
    boolean failed() {
        return lastSuccess == null || lastSuccess.isBefore(lastAttempt);
    }

    Instant attempt() {
        return lastAttempt;
    }

    /** Returns when discovery last ran with the current rules; null when it has not run with them yet. */
    @Nullable
    Instant lastAttempt() {
        return lastAttempt.equals(NEVER) ? null : lastAttempt;
    }

    /** Returns when discovery last succeeded; null when it never did. */
    @Nullable
    Instant lastSuccess() {
        return lastSuccess;
    }

    /** Returns what the last attempt found, or why it failed; null before the first one. */
    @Nullable
    Message message() {
        return english == null ? null : MessageJson.read(message, "reason", english);
    }

    /** The same in English, as far as the table has room for it. */
    @Nullable
    String english() {
        return english;
    }
}
