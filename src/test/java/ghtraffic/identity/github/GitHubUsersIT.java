package ghtraffic.identity.github;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class GitHubUsersIT {

    @Inject
    private GitHubUsers users;

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
    void firstSignInsOfOneAccountAtTheSameTimeGetOneSubject() throws Exception {
        for (int account = 1; account <= 5; account++) {
            GitHubAnswer.Account octocat = new GitHubAnswer.Account(account, "octocat", account + "@example.com");
            List<Object> subjects = atOnce.call(4, i -> users.store(octocat));
            assertThat(subjects).hasSize(4).containsOnly(users.store(octocat));
        }
        assertThat(database.rows("select count(*) from githubusers")).containsExactly("5");
        assertThat(database.rows("select count(*) from identities")).containsExactly("5");
    }

    @Test
    void anAccountKeepsItsSubjectAndLosesItsRightsWithItsAddress() throws SQLException {
        Optional<String> subject = users.store(new GitHubAnswer.Account(1, "octocat", "a@example.com"));
        assertThat(users.store(new GitHubAnswer.Account(1, "renamed", "b@example.com")))
                .isEqualTo(subject);
        assertThat(users.account(subject.orElseThrow())).contains(new GitHubUsers.Known("github.com", 1));
        assertThat(users.store(new GitHubAnswer.Account(1, "renamed", null))).isEmpty();
        assertThat(database.rows("select verified from identities")).containsExactly("0");
    }
}
