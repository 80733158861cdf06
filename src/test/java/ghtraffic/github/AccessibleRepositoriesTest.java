package ghtraffic.github;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.standin.GitHubStandIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token and an app's installation are told to reach. */
class AccessibleRepositoriesTest {

    private final GitHubStandIn gitHub = GitHubStandIn.start(0);
    private final GitHubClient client = TestClient.at(gitHub.uri(), 10).client();

    @BeforeEach
    void stopTheClock() {
        gitHub.setNow(TestClient.NOW);
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    @Test
    void aTokenReachesAllPagesAndGitHubSaysOfWhatItCanReadTheTraffic() {
        List<GitHubRepository> found = accessible(new Credential("sandbox-token"));
        assertThat(found).hasSize(1_011);
        assertThat(named(found, "acme/widgets").facts().trafficReadable()).isTrue();
        assertThat(named(found, "acme/forbidden").facts().trafficReadable()).isFalse();
        assertThat(gitHub.requests()).hasSize(11);
    }

    @Test
    void ofAnInstallationItsTokenSaysWhetherTrafficCanBeRead() {
        InstallationTokens tokens = TestClient.at(gitHub.uri(), 10).installationTokens();
        GitHubApp app = new GitHubApp("4242", 77, AppKey.parse(gitHub.appPrivateKey()));
        Credential credential =
                Objects.requireNonNull(tokens.of(GitHubHost.GITHUB_COM, app).orNull());
        List<GitHubRepository> found = accessible(credential);
        assertThat(found).extracting(GitHubRepository::owner).containsOnly("acme");
        assertThat(named(found, "acme/widgets").facts().trafficReadable()).isTrue();
        assertThat(named(found, "acme/forbidden").facts().trafficReadable()).isTrue();
    }

    @Test
    void anInstallationReadsTrafficWithTheRightOfAdministrationOnly() throws IOException {
        assertThat(readsTraffic(", \"permissions\": {\"metadata\": \"read\", \"administration\": \"read\"}"))
                .isTrue();
        assertThat(readsTraffic(", \"permissions\": {\"metadata\": \"read\", \"contents\": \"write\"}"))
                .isFalse();
        assertThat(readsTraffic("")).isNull();
    }

    @Test
    void theTokenOfOneServerIsNotShownToAnother() throws IOException {
        GitHubApp app = new GitHubApp("4242", 77, AppKey.parse(gitHub.appPrivateKey()));
        String expiry = "\", \"expires_at\": \"2099-01-01T00:00:00Z\"}";
        try (OddServer one = OddServer.answering(201, Map.of(), "{\"token\": \"ghs_one" + expiry);
                OddServer other = OddServer.answering(201, Map.of(), "{\"token\": \"ghs_other" + expiry)) {
            InstallationTokens tokens =
                    TestClient.at(one.uri(), 10, other.uri()).installationTokens();
            GitHubHost elsewhere = new GitHubHost(other.uri().toString());
            assertThat(tokens.of(GitHubHost.GITHUB_COM, app).orNull()).isEqualTo(new Credential("ghs_one"));
            assertThat(tokens.of(elsewhere, app).orNull()).isEqualTo(new Credential("ghs_other"));
            assertThat(tokens.of(GitHubHost.GITHUB_COM, app).orNull()).isEqualTo(new Credential("ghs_one"));
            assertThat(one.asked).hasSize(1);
        }
    }

    private @Nullable Boolean readsTraffic(String permissions) throws IOException {
        String token = "{\"token\": \"ghs_odd\", \"expires_at\": \"2099-01-01T00:00:00Z\"" + permissions + "}";
        GitHubApp app = new GitHubApp("4242", 77, AppKey.parse(gitHub.appPrivateKey()));
        try (OddServer odd = OddServer.answering(201, Map.of(), token)) {
            Answer<Credential> credential =
                    TestClient.at(odd.uri(), 10).installationTokens().of(GitHubHost.GITHUB_COM, app);
            return Objects.requireNonNull(credential.orNull()).readsTraffic();
        }
    }

    @Test
    void oneCallTellsWhetherATokenIsGood() {
        assertThat(client.checkToken(TestClient.access(new Credential("sandbox-token"))))
                .isInstanceOf(Answer.Fresh.class);
        assertThat(client.checkToken(TestClient.access(new Credential("sandbox-wrong"))))
                .isInstanceOf(Answer.BadToken.class);
        assertThat(gitHub.requests()).hasSize(2);
    }

    private List<GitHubRepository> accessible(Credential credential) {
        return Objects.requireNonNull(
                client.accessible(TestClient.access(credential)).orNull());
    }

    private static GitHubRepository named(List<GitHubRepository> found, String fullName) {
        return found.stream()
                .filter(one -> one.fullName().equals(fullName))
                .findFirst()
                .orElseThrow();
    }
}
