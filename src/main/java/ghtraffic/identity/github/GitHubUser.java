package ghtraffic.identity.github;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The subject that stands for an account of a GitHub server. */
@Entity
@Table(name = "githubusers")
class GitHubUser {

    @Column(name = "server")
    private String server;

    @Column(name = "githubid")
    private long gitHubId;

    @Id
    @Column(name = "subject")
    private String subject;

    /** For JPA. */
    protected GitHubUser() {}

    GitHubUser(String server, long gitHubId, String subject) {
        this.server = server;
        this.gitHubId = gitHubId;
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    String server() {
        return server;
    }

    long gitHubId() {
        return gitHubId;
    }
}
