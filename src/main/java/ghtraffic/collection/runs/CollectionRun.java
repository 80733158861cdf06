package ghtraffic.collection.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One collection run: it collects some or all repositories. */
@Entity
@Table(name = "collectionruns")
public class CollectionRun {

    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String INTERRUPTED = "interrupted";
    static final String WAITING = "waiting";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "runid")
    private Integer id;

    @Column(name = "cause")
    private String trigger;

    @Column(name = "tid")
    private @Nullable Integer tenant;

    @Column(name = "rid")
    private @Nullable Integer repository;

    @Column(name = "startedby")
    private String startedBy;

    @Column(name = "startedat")
    private Instant startedAt;

    @Column(name = "finishedat")
    private @Nullable Instant finishedAt;

    @Column(name = "state")
    private String state;

    @Column(name = "resumesat")
    private @Nullable Instant resumesAt;

    @Column(name = "total")
    private int total;

    @Column(name = "done")
    private int done;

    @Column(name = "failed")
    private int failed;

    /** For JPA. */
    protected CollectionRun() {}

    CollectionRun(RunRequest request, Instant now) {
        this.trigger = request.trigger();
        this.tenant = request.tenant();
        this.repository = request.repository();
        this.startedBy = request.startedBy();
        this.startedAt = now;
        this.state = RUNNING;
        this.total = request.total();
    }

    void setTotal(int repositories) {
        total = repositories;
    }

    void addFailed(int repositories) {
        failed += repositories;
    }

    void waitUntil(Instant when) {
        state = WAITING;
        resumesAt = when;
    }

    void resume() {
        state = RUNNING;
        resumesAt = null;
    }

    /** Returns the id of the run. */
    public int id() {
        return id;
    }

    /** Returns what started the run: {@code manual}, {@code event} or {@code schedule}. */
    public String trigger() {
        return trigger;
    }

    /** Returns the tenant whose repositories the run collects; null if it is not limited to one tenant. */
    public @Nullable Integer tenant() {
        return tenant;
    }

    /** Returns the repository if the run collects only one, else null. */
    @Nullable
    public Integer repository() {
        return repository;
    }

    /** Returns the e-mail address of the user who started the run, or the trigger if no user did. */
    public String startedBy() {
        return startedBy;
    }

    /** Returns when the run started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Returns when the run ended; null if it has not ended. */
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** Returns when the run resumes; null unless it waits for the end of a rate limit. */
    public @Nullable Instant resumesAt() {
        return resumesAt;
    }

    /** Returns the state: {@code running}, {@code waiting}, {@code finished} or {@code interrupted}. */
    public String state() {
        return state;
    }

    /** Returns the number of repositories that the run collects. */
    public int total() {
        return total;
    }

    /** Returns the number of repositories that were collected, completely or partly. */
    public int done() {
        return done;
    }

    /** Returns the number of repositories that could not be collected. */
    public int failed() {
        return failed;
    }

    /** Returns whether the run is working; false while it waits for the end of a rate limit. */
    public boolean running() {
        return state.equals(RUNNING);
    }
}
