package ghtraffic.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How the last collection of a repository went. */
@Entity
@Table(name = "repohealth")
public class RepositoryHealth {

    static final String OK = "ok";
    static final String FAILED = "failed";

    @Id
    @Column(name = "rid")
    private int repository;

    @Column(name = "lastattempt")
    private LocalDateTime lastAttempt;

    @Column(name = "lastsuccess")
    private @Nullable LocalDateTime lastSuccess;

    @Column(name = "state")
    private String state;

    @Column(name = "message")
    private @Nullable String message;

    /** For JPA. */
    protected RepositoryHealth() {}

    RepositoryHealth(int repository) {
        this.repository = repository;
    }

    void succeeded(Instant now) {
        lastAttempt = CollectionRun.utc(now);
        lastSuccess = lastAttempt;
        state = OK;
        message = null;
    }

    void failed(Instant now, String reason) {
        lastAttempt = CollectionRun.utc(now);
        state = FAILED;
        message = CollectionError.shortened(reason);
    }

    int repository() {
        return repository;
    }

    /** {@code ok} or {@code failed}. */
    public String state() {
        return state;
    }

    /** When it was last collected; null if never. */
    public @Nullable Instant lastSuccess() {
        return lastSuccess == null ? null : lastSuccess.toInstant(ZoneOffset.UTC);
    }

    /** Why the last attempt failed; null when it did not. */
    public @Nullable String message() {
        return message;
    }
}
