package ghtraffic.catalog.servers;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.servers.GitHubServers.Addition;
import ghtraffic.catalog.servers.GitHubServers.Removal;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.github.servers.GitHubHost;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator allows git.example.com and ghe.example.com:8443. */
@ExtendWith(ArquillianExtension.class)
class GitHubServersIT {

    @Inject
    private GitHubServers servers;

    @Inject
    private Catalog catalog;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
    }

    @Test
    void anAddedServerIsKnownByItsNameWithoutCase() throws SQLException {
        assertThat(servers.add(new GitHubHost("Git.Example.com"))).isInstanceOf(Addition.Added.class);
        assertThat(servers.add(new GitHubHost("git.example.COM"))).isInstanceOf(Addition.Known.class);
        assertThat(servers.add(new GitHubHost("github.com"))).isInstanceOf(Addition.Known.class);
        assertThat(servers.add(new GitHubHost("ghe.example.com:8443"))).isInstanceOf(Addition.Added.class);
        assertThat(database.rows("select ghserverid, serveruri from ghservers order by ghserverid"))
                .containsExactly("1 github.com", "2 git.example.com", "3 ghe.example.com:8443");
        assertThat(catalog.serverId(new GitHubHost("git.example.com"))).contains(2);
    }

    @Test
    void aServerThatMayNotBeCalledIsNotAdded() throws SQLException {
        assertThat(servers.add(new GitHubHost("ghe.example.com:22"))).isInstanceOf(Addition.NoName.class);
        assertThat(servers.add(new GitHubHost("127.0.0.1"))).isInstanceOf(Addition.NoName.class);
        assertThat(servers.add(new GitHubHost("nowhere.invalid"))).isInstanceOf(Addition.NotAllowed.class);
        assertThat(database.rows("select count(*) from ghservers")).containsExactly("1");
    }

    @Test
    void ofTwoThatAddTheSameAtOnceOneDoes() throws Exception {
        List<Object> additions = atOnce.call(4, i -> servers.add(new GitHubHost("git.example.com")));
        assertThat(additions).filteredOn(Addition.Added.class::isInstance).hasSize(1);
        assertThat(additions).filteredOn(Addition.Known.class::isInstance).hasSize(3);
    }

    @Test
    void aServerIsRemovedUnlessARepositoryIsOnIt() throws SQLException {
        servers.add(new GitHubHost("git.example.com"));
        servers.add(new GitHubHost("ghe.example.com:8443"));
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O')",
                "insert into repos (rid, rname, ghserverid, oid, schedule) values (11, 'apple', 2, 1, 0)");
        assertThat(servers.remove(2)).isEqualTo(Removal.IN_USE);
        assertThat(servers.remove(3)).isEqualTo(Removal.REMOVED);
        assertThat(servers.remove(3)).isEqualTo(Removal.UNKNOWN);
        assertThat(servers.remove(1)).isEqualTo(Removal.IN_USE);
        assertThat(database.rows("select ghserverid from ghservers order by ghserverid"))
                .containsExactly("1", "2");
    }
}
