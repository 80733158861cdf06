package ghtraffic.collection.health;

import ghtraffic.database.ByteLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the last collection of a repository went, and when the next one is due. */
@Entity
@Table(name = "repohealth")
public class RepositoryHealth {

    static final String OK = "ok";
    public static final String PARTLY = "partly";
    public static final String FAILED = "failed";
    static final String WAITING = "waiting";

    private static final int LONGEST_MESSAGE = 1_000;

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
    String visited(Instant now, String newState, String reason, @Nullable Instant next) {
        String before = state;
        lastAttempt = now;
        if (newState.equals(OK) || newState.equals(PARTLY)) {
            lastSuccess = lastAttempt;
        }
        failures = newState.equals(OK) ? 0 : failures + 1;
        state = newState;
        message = reason.isEmpty() ? null : ByteLimit.shortened(reason, LONGEST_MESSAGE);
        nextAttempt = next;
        return before;
    }

    public int repository() {
        return repository;
    }

    /** Attempts that brought not all, since the last one that did. */
    int failures() {
        return failures;
    }

    /** {@code ok}, {@code partly}, {@code failed} or {@code waiting} (for the end of a limit). */
    public String state() {
        return state;
    }

    /** Whether nothing of views and clones came. */
    public boolean failed() {
        return state.equals(FAILED);
    }

    /** When it was last tried. */
    public Instant lastAttempt() {
        return lastAttempt;
    }

    /** When it was last collected, at least in part; null if never. */
    public @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** When it is due again; null where no schedule says. */
    public @Nullable Instant nextAttempt() {
        return nextAttempt;
    }

    /** Why something is missing and what to do; null when nothing is. */
    public @Nullable String message() {
        return message;
    }
}
