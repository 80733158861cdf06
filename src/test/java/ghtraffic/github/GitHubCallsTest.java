package ghtraffic.github;

import static ghtraffic.github.TestClient.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.PathCount;
import ghtraffic.github.model.ReferrerCount;
import ghtraffic.github.model.Release;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.standin.GitHubStandIn;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of GitHub beside the daily numbers, and as whom. */
class GitHubCallsTest {

    private static final Credential DEVELOPER = new Credential("sandbox-token");
    private static final GitHubRequest ACCESS = GitHubRequest.interactive(GitHubHost.GITHUB_COM, DEVELOPER);

    private final GitHubStandIn gitHub = GitHubStandIn.start(0);
    private final TestClient asked = TestClient.at(gitHub.uri(), 10);
    private final GitHubClient client = asked.client();

    @BeforeEach
    void stopTheClock() {
        gitHub.setNow(NOW);
    }

    @AfterEach
    void close() {
        gitHub.close();
    }

    @Test
    void whatDidNotChangeIsNotSentAgainAndCostsNothing() {
        Answer.Fresh<TrafficWindow> first = fresh(views(ACCESS));
        assertThat(first.etag()).isNotNull();
        int left = Objects.requireNonNull(asked.limits().of(DEVELOPER).remaining());
        assertThat(views(ACCESS.withEtag(first.etag()))).isEqualTo(new Answer.Unchanged<>());
        assertThat(asked.limits().of(DEVELOPER).remaining()).isEqualTo(left);
        gitHub.setNow(NOW.plus(Duration.ofHours(1)));
        assertThat(fresh(views(ACCESS.withEtag(first.etag()))).etag()).isNotEqualTo(first.etag());
    }

    private Answer<TrafficWindow> views(GitHubRequest access) {
        return client.traffic(access, "acme", "widgets", TrafficKind.VIEWS, TrafficPeriod.DAY);
    }

    @Test
    void weeksBeginOnMondaysAndHaveUniquesOfTheirOwn() {
        TrafficWindow weeks = fresh(client.traffic(ACCESS, "acme", "widgets", TrafficKind.VIEWS, TrafficPeriod.WEEK))
                .value();
        assertThat(weeks.days())
                .hasSize(3)
                .allMatch(week -> week.day().getDayOfWeek().getValue() == 1);
        int week = weeks.days().get(1).uniques();
        int days = fresh(views(ACCESS)).value().days().stream()
                .filter(day -> !day.day().isBefore(weeks.days().get(1).day())
                        && day.day().isBefore(weeks.days().get(2).day()))
                .mapToInt(DailyCount::uniques)
                .sum();
        assertThat(week).isPositive().isLessThan(days);
    }

    @Test
    void referrersAndPathsAreTheTenLargest() {
        List<ReferrerCount> referrers =
                fresh(client.referrers(ACCESS, "acme", "widgets")).value();
        assertThat(referrers).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(referrers.stream().map(ReferrerCount::count).toList()).isSortedAccordingTo((a, b) -> b - a);
        List<PathCount> paths = fresh(client.paths(ACCESS, "acme", "widgets")).value();
        assertThat(paths).isNotEmpty().allMatch(path -> path.path().startsWith("/acme/widgets"));
    }

    @Test
    void releasesHaveTheirFilesWithDownloads() {
        Answer.Fresh<List<Release>> releases = fresh(client.releases(ACCESS, "acme", "widgets"));
        assertThat(releases.value()).isNotEmpty();
        assertThat(releases.value().get(0).assets()).isNotEmpty();
    }

    @Test
    void aListIsReadToItsLastPage() {
        List<GitHubRepository> all = fresh(client.accessible(ACCESS)).value();
        assertThat(all)
                .hasSizeGreaterThan(1_000)
                .extracting(GitHubRepository::id)
                .doesNotHaveDuplicates();
        assertThat(gitHub.requests()).hasSizeGreaterThan(10);
        assertThat(fresh(client.accessible(ACCESS)).etag())
                .as("the ETag of the first page says nothing of the others")
                .isNull();
    }

    @Test
    void anEnterpriseServerHasRepositoriesButNoTraffic() {
        GitHubRequest enterprise =
                GitHubRequest.interactive(new GitHubHost("http://127.0.0.1:" + gitHub.port()), DEVELOPER);
        GitHubRepository found =
                fresh(client.repository(enterprise, "acme", "widgets")).value();
        assertThat(found.id()).isEqualTo(501001);
        assertThat(fresh(client.releases(enterprise, "acme", "widgets")).value())
                .isNotEmpty();
        assertThat(views(enterprise)).isInstanceOf(Answer.Unsupported.class);
        assertThat(client.referrers(enterprise, "acme", "widgets")).isInstanceOf(Answer.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1",
                "127.0.0.1",
                "localhost",
                "git hub.example.com",
                "a.example.com@b.example.com"
            })
    void aServerThatIsNotAllowedIsNotCalled(String name) {
        GitHubRequest access = GitHubRequest.interactive(new GitHubHost(name), DEVELOPER);
        assertThat(client.repository(access, "acme", "widgets")).isInstanceOf(Answer.NotPermitted.class);
        assertThat(client.releases(access, "acme", "widgets")).isInstanceOf(Answer.NotPermitted.class);
        assertThat(gitHub.requests()).isEmpty();
    }

    @Test
    void aServersAddressFollowsFromItsName() {
        assertThat(new GitHubHost("GitHub.com")).isEqualTo(GitHubHost.GITHUB_COM);
        assertThat(GitHubHost.GITHUB_COM.isEnterpriseServer()).isFalse();
        assertThat(new GitHubHost("git.example.com").api(gitHub.uri())).hasToString("https://git.example.com/api/v3");
        GitHubHost resident = new GitHubHost("octocorp.ghe.com");
        assertThat(resident.api(gitHub.uri())).hasToString("https://api.octocorp.ghe.com");
        assertThat(resident.isEnterpriseServer()).isFalse();
        assertThat(resident.page("a/b")).isEqualTo("https://octocorp.ghe.com/a/b");
    }

    @Test
    void aGitHubAppGetsATokenOfItsInstallationAndKeepsItForAnHour() {
        InstallationTokens tokens = asked.installationTokens();
        GitHubApp app = new GitHubApp("4242", 77, AppKey.parse(gitHub.appPrivateKey()));
        Answer<Credential> token = tokens.of(GitHubHost.GITHUB_COM, app);
        GitHubRequest access =
                GitHubRequest.interactive(GitHubHost.GITHUB_COM, fresh(token).value());
        assertThat(views(access)).isInstanceOf(Answer.Fresh.class);
        assertThat(tokens.of(GitHubHost.GITHUB_COM, app)).isEqualTo(token);
        assertThat(gitHub.requests())
                .filteredOn(line -> line.contains("access_tokens"))
                .hasSize(1);
        assertThat(fresh(client.accessible(access)).value())
                .isNotEmpty()
                .allMatch(repository -> repository.owner().equals("acme"));

        asked.setNow(NOW.plus(Duration.ofMinutes(56)));
        gitHub.setNow(NOW.plus(Duration.ofMinutes(56)));
        assertThat(tokens.of(GitHubHost.GITHUB_COM, app)).isNotEqualTo(token);
        assertThat(gitHub.requests())
                .filteredOn(line -> line.contains("access_tokens"))
                .hasSize(2);
    }

    @Test
    void aGitHubAppThatGitHubDoesNotKnowIsToldSo() {
        InstallationTokens tokens = asked.installationTokens();
        GitHubApp elsewhere = new GitHubApp("4242", 78, AppKey.parse(gitHub.appPrivateKey()));
        assertThat(tokens.of(GitHubHost.GITHUB_COM, elsewhere)).isInstanceOf(Answer.NotFound.class);
        GitHubApp stranger = new GitHubApp("4243", 77, AppKey.parse(gitHub.appPrivateKey()));
        assertThat(tokens.of(GitHubHost.GITHUB_COM, stranger)).isInstanceOf(Answer.BadToken.class);
    }

    @Test
    void aPrivateKeyIsReadInBothForms() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pkcs8)
                + "\n-----END PRIVATE KEY-----\n";
        assertThat(AppKey.parse(pem).getEncoded()).isEqualTo(pkcs8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppKey.parse("ssh-rsa AAAA"))
                .withMessageNotContaining("AAAA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppKey.parse("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"));
    }

    private static <T> Answer.Fresh<T> fresh(Answer<T> answer) {
        if (answer instanceof Answer.Fresh<T> fresh) {
            return fresh;
        }
        throw new AssertionError(answer);
    }
}
