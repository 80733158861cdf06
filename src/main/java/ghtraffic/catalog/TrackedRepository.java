package ghtraffic.catalog;

import ghtraffic.github.servers.GitHubHost;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A repository whose traffic is collected. */
@Entity
@Table(name = "repos")
public class TrackedRepository {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "rid")
    private Integer id;

    @Column(name = "rname")
    private String name;

    @ManyToOne
    @JoinColumn(name = "ghserverid")
    private GitHubServer server;

    @ManyToOne
    @JoinColumn(name = "oid")
    private Owner owner;

    @Column(name = "schedule")
    private int schedule;

    @Column(name = "githubid")
    private @Nullable Long gitHubId;

    @Column(name = "createdat")
    private @Nullable Instant createdAt;

    /** For JPA. */
    protected TrackedRepository() {}

    TrackedRepository(Owner owner, String name, GitHubServer server) {
        this.owner = owner;
        this.name = name;
        this.server = server;
    }

    void rename(Owner newOwner, String newName) {
        this.owner = newOwner;
        this.name = newName;
    }

    void identify(long newGitHubId, Instant created) {
        this.gitHubId = newGitHubId;
        this.createdAt = created;
    }

    void reschedule(Schedule how) {
        this.schedule = how.code();
    }

    /** Returns whether its owner and its server are known. Rows of the Python application may name others. */
    public boolean isComplete() {
        return owner != null && server != null;
    }

    /** Returns the id in this application. */
    public int id() {
        return id;
    }

    /** Returns GitHub's number; null for a repository of the former application until its first collection. */
    public @Nullable Long gitHubId() {
        return gitHubId;
    }

    /** Returns the UTC day on which it was created on GitHub; null while unknown. */
    public @Nullable LocalDate createdOn() {
        return createdAt == null ? null : LocalDate.ofInstant(createdAt, ZoneOffset.UTC);
    }

    /** Returns the GitHub server that it is on. */
    public GitHubHost host() {
        return server.host();
    }

    /** Returns how often it is collected. */
    public Schedule schedule() {
        return Schedule.of(schedule);
    }

    /** Returns the address of its page on GitHub. */
    public String url() {
        return host().page(fullName());
    }

    /** Returns the owner's login. */
    public String owner() {
        return owner.login();
    }

    /** Returns the name without the owner. */
    public String name() {
        return name;
    }

    /** Returns {@code owner/name}. */
    public String fullName() {
        return owner.login() + "/" + name;
    }
}
