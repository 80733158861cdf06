package ghtraffic.collection.health;

import ghtraffic.database.ByteLimit;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The health of a repository: how its last collection went, and when the next one is due. */
@Entity
@Table(name = "repohealth")
public class RepositoryHealth {

    static final String OK = "ok";
    public static final String PARTLY = "partly";
    public static final String FAILED = "failed";
    static final String WAITING = "waiting";

    private static final int LONGEST_ENGLISH = 1_000;
    private static final int LONGEST_MESSAGE = 2_000;

    @Id
    @Column(name = "rid")
    private int repository;

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

    @Column(name = "nextattempt")
    private @Nullable Instant nextAttempt;

    @Column(name = "failures")
    private int failures;

    /** For JPA. */
    protected RepositoryHealth() {}

    RepositoryHealth(int repository) {
        this.repository = repository;
    }

    /** Takes how an attempt went, and returns the state before; null at the first attempt. */
    @Nullable
    String update(Instant now, String newState, @Nullable Message reason, @Nullable Instant next) {
        String before = state;
        lastAttempt = now;
        if (newState.equals(OK) || newState.equals(PARTLY)) {
            lastSuccess = lastAttempt;
        }
        failures = newState.equals(OK) ? 0 : failures + 1;
        state = newState;
        english = reason == null ? null : ByteLimit.cut(reason.english(), LONGEST_ENGLISH);
        message = reason == null ? null : MessageJson.write(reason, LONGEST_MESSAGE);
        nextAttempt = next;
        return before;
    }

    public int repository() {
        return repository;
    }

    /** Returns the number of incomplete attempts since the last complete one. */
    int failures() {
        return failures;
    }

    /**
     * Returns the state: {@code ok}, {@code partly}, {@code failed} or {@code waiting} (for the end of a rate limit).
     */
    public String state() {
        return state;
    }

    /** Returns whether neither views nor clones were received. */
    public boolean failed() {
        return state.equals(FAILED);
    }

    /** Returns when the last collection was attempted. */
    public Instant lastAttempt() {
        return lastAttempt;
    }

    /** Returns when the repository was last collected, at least partly; null if never. */
    public @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /**
     * Returns when the repository is due again; null if its schedule is paused or the next attempt is not planned
     * yet.
     */
    public @Nullable Instant nextAttempt() {
        return nextAttempt;
    }

    /** Returns why data is missing and what to do, or null if the last collection was complete. */
    public @Nullable Message message() {
        return english == null ? null : MessageJson.read(message, "reason", english);
    }

    /** The same in English, as far as the table has room for it. */
    public @Nullable String english() {
        return english;
    }
}
