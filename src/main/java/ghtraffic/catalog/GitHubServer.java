package ghtraffic.catalog;

import ghtraffic.github.servers.GitHubHost;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A GitHub server whose repositories may be tracked: github.com, or an Enterprise Server that an administrator added.
 */
@Entity
@Table(name = "ghservers")
public class GitHubServer {

    /** The number of github.com, the first row. */
    public static final int GITHUB_COM = 1;

    @Id
    @Column(name = "ghserverid")
    private int id;

    @Column(name = "serveruri")
    private String name;

    /** For JPA. */
    protected GitHubServer() {}

    public GitHubServer(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public int id() {
        return id;
    }

    /** Returns the host name of the server. */
    public GitHubHost host() {
        return new GitHubHost(name);
    }
}
