package ghtraffic.collection.health;

import ghtraffic.database.ByteLimit;
import ghtraffic.github.Answer;
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

/** How asking for one part of a repository went last, and the ETag of what is stored of it. */
@Entity
@Table(name = "repoparts")
@IdClass(PartStatus.Key.class)
public class PartStatus {

    static final String OK = "ok";
    static final String FAILED = "failed";
    static final String UNSUPPORTED = "unsupported";

    private static final Duration SLOW = Duration.ofHours(6);
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_ETAG = 255;

    /** Repository and part. */
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

    /** Takes an answer that is stored in the same transaction. */
    void answered(Answer<?> answer, int byTenant, Instant at) {
        lastAttempt = at;
        if (answer instanceof Answer.Refusal<?> refusal) {
            state = answer instanceof Answer.Unsupported<?> ? UNSUPPORTED : FAILED;
            message = ByteLimit.shortened(refusal.reason(), LONGEST_MESSAGE);
            return;
        }
        lastSuccess = lastAttempt;
        state = OK;
        message = null;
        if (answer instanceof Answer.Fresh<?> fresh) {
            String given = fresh.etag();
            etag = given == null || given.length() > LONGEST_ETAG ? null : given;
            tenant = byTenant;
        }
    }

    /** Whether to ask again: what moves once a day is asked for four times, at the beginning of a day, and when it failed. */
    public boolean isDue(Part asked, Instant now) {
        if (asked.hourly() || lastSuccess == null || state.equals(FAILED)) {
            return true;
        }
        return lastSuccess.plus(SLOW).isBefore(now) || !day(lastSuccess).equals(day(now));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The ETag to ask with; null when the last answer was another tenant's. */
    @Nullable
    public String etagFor(int askingTenant) {
        return tenant != null && tenant == askingTenant ? etag : null;
    }

    int repository() {
        return repository;
    }

    Part part() {
        return Part.valueOf(part.toUpperCase(Locale.ROOT));
    }

    public String state() {
        return state;
    }

    @Nullable
    public String message() {
        return message;
    }

    @Nullable
    public Instant lastSuccess() {
        return lastSuccess;
    }
}
