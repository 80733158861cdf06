package ghtraffic.collection.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One collection of some or all repositories. */
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

    void isAbout(int repositories) {
        total = repositories;
    }

    void gaveUp(int repositories) {
        failed += repositories;
    }

    void waitUntil(Instant when) {
        state = WAITING;
        resumesAt = when;
    }

    void goOn() {
        state = RUNNING;
        resumesAt = null;
    }

    /** Its number. */
    public int id() {
        return id;
    }

    /** What started it, for instance {@code manual}. */
    public String trigger() {
        return trigger;
    }

    /** The tenant whose repositories it is about; null for all. */
    public @Nullable Integer tenant() {
        return tenant;
    }

    /** The one repository that it is about; null for several. */
    @Nullable
    public Integer repository() {
        return repository;
    }

    /** The e-mail address of who started it. */
    public String startedBy() {
        return startedBy;
    }

    /** When it began. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it ended; null while it runs. */
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** When it goes on; null unless it waits for the end of a limit. */
    public @Nullable Instant resumesAt() {
        return resumesAt;
    }

    /** {@code running}, {@code waiting}, {@code finished} or {@code interrupted}. */
    public String state() {
        return state;
    }

    /** How many repositories it is about. */
    public int total() {
        return total;
    }

    /** How many were collected. */
    public int done() {
        return done;
    }

    /** How many could not be collected. */
    public int failed() {
        return failed;
    }

    /** Whether it still runs. */
    public boolean running() {
        return state.equals(RUNNING);
    }
}
