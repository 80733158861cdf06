package ghtraffic.collection.health;

import ghtraffic.database.ByteLimit;
import ghtraffic.github.Answer;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of one part of a repository: how the last request for it went, and the ETag of the stored answer. */
@Entity
@Table(name = "repoparts")
@IdClass(PartStatus.Key.class)
public class PartStatus {

    static final String OK = "ok";
    static final String FAILED = "failed";
    static final String UNSUPPORTED = "unsupported";

    private static final Duration SLOW = Duration.ofHours(6);
    private static final int LONGEST_ENGLISH = 1_000;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_ETAG = 255;

    /** The primary key: the id of the repository and the code of the part. */
    public record Key(int repository, String part) {}

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "part")
    private String part;

    @Column(name = "lastattempt")
    private Instant lastAttempt;

    @Column(name = "lastsuccess")
    private @Nullable Instant lastSuccess;

    @Column(name = "state")
    private String state;

    @Column(name = "message")
    private @Nullable String english;

    @Column(name = "messagedata")
    private @Nullable String message;

    @Column(name = "tid")
    private @Nullable Integer tenant;

    @Column(name = "etag")
    private @Nullable String etag;

    /** For JPA. */
    protected PartStatus() {}

    PartStatus(int repository, Part part) {
        this.repository = repository;
        this.part = part.code();
    }

    /** Updates the status with an answer. This must be part of the transaction that stores the answer. */
    void update(Answer<?> answer, int byTenant, Instant at) {
        lastAttempt = at;
        if (answer instanceof Answer.Refusal<?> refusal) {
            state = answer instanceof Answer.Unsupported<?> ? UNSUPPORTED : FAILED;
            note(refusal.reason());
            return;
        }
        lastSuccess = lastAttempt;
        state = OK;
        english = null;
        message = null;
        if (answer instanceof Answer.Fresh<?> fresh) {
            String given = fresh.etag();
            etag = given == null || given.length() > LONGEST_ETAG ? null : given;
            tenant = byTenant;
            if (fresh.lacking() != null) {
                note(fresh.lacking());
            }
        }
    }

    private void note(Message told) {
        english = ByteLimit.cut(told.english(), LONGEST_ENGLISH);
        message = MessageJson.write(told, LONGEST_MESSAGE);
    }

    /**
     * Returns whether to ask for the part again. Hourly parts are always due. The others are due after a failure, on
     * a new UTC day, and six hours after the last success.
     */
    public boolean isDue(Part asked, Instant now) {
        if (asked.hourly() || lastSuccess == null || state.equals(FAILED)) {
            return true;
        }
        return lastSuccess.plus(SLOW).isBefore(now) || !day(lastSuccess).equals(day(now));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Returns the ETag to send; null without a stored one, or if another tenant's credential got the answer. */
    @Nullable
    public String etagFor(int askingTenant) {
        return tenant != null && tenant == askingTenant ? etag : null;
    }

    int repository() {
        return repository;
    }

    public Part part() {
        return Part.valueOf(part.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the state: {@code ok}, {@code failed} or {@code unsupported} (this GitHub server does not have the
     * part).
     */
    public String state() {
        return state;
    }

    /** Why it failed; null when it did not. */
    @Nullable
    public Message message() {
        return english == null ? null : MessageJson.read(message, "reason", english);
    }

    /** The same in English, as far as the table has room for it. */
    @Nullable
    public String english() {
        return english;
    }

    /** Returns when GitHub last answered with the part, or null if it never did. */
    @Nullable
    public Instant lastSuccess() {
        return lastSuccess;
    }
}
