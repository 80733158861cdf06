package ghtraffic.github;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users are told when GitHub answers 403 or 451. The messages are GitHub's own. */
class ForbiddenReasonTest {

    private static final Credential TOKEN = new Credential("ghp_token");
    private static final GitHubRepository WIDGETS = TestClient.repository(1, "acme", "widgets");
    private static final String PERMISSION = "Administration: read";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access"
                        + " this resource.|must add the address of this server to the IP allow list",
                "`acme` forbids access via a personal access token (classic). Please use a GitHub App.|Enter a"
                        + " fine-grained token, or use a GitHub App",
                "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's"
                        + " lifetime is greater than 366 days.|Enter a token that ends sooner",
                "`acme` forbids access via a fine-grained personal access token.|forbids fine-grained tokens",
                "This installation has been suspended|Its owner must unsuspend it on GitHub",
                "Sorry. Your account was suspended.|Enter a token of another account",
                "Repository was archived so is read-only.|The repository is archived",
                "Repository `acme/widgets` is disabled.|The repository is disabled on GitHub",
                "Resource protected by organization SAML enforcement.|authorize the token for this organization"
            })
    void eachReasonHasItsOwnRemedyAndNoWordOfPermissions(String message, String remedy) throws IOException {
        Map<String, String> headers = Map.of("X-Accepted-GitHub-Permissions", "administration=read");
        assertThat(reason(403, headers, message))
                .contains(remedy)
                .doesNotContain("permission", "..")
                .doesNotEndWith(".");
    }

    @Test
    void aMissingPermissionIsNamed() throws IOException {
        Map<String, String> headers = Map.of("X-Accepted-GitHub-Permissions", "administration=read");
        assertThat(reason(403, headers, "Resource not accessible by personal access token"))
                .endsWith("The token needs the repository permission " + PERMISSION);
        assertThat(reason(403, Map.of(), "Must have push access to repository")).contains(PERMISSION);
    }

    @Test
    void whatNobodyKnowsIsToldWithoutAdvice() throws IOException {
        assertThat(reason(403, Map.of(), "The moon is full.")).isEqualTo("GitHub refuses: The moon is full");
    }

    @Test
    void aTokenOfActionsNeedsAnotherToken() throws IOException {
        String message = "Resource not accessible by integration";
        assertThat(said(new Credential("ghs_of-a-job"), 403, Map.of(), body(message))
                        .english())
                .contains("one of GitHub Actions")
                .doesNotContain("permission");
        assertThat(said(Credential.ofApp("ghs_of-our-app", null), 403, Map.of(), body(message))
                        .english())
                .contains(PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 451})
    void aBlockedRepositoryIsToldWithReasonTimeAndLink(int status) throws IOException {
        Message said = said(TOKEN, status, Map.of(), """
                {"message":"Repository access blocked","block":{"reason":"dmca","created_at":"2025-03-01T10:00:00Z",
                "html_url":"https://github.com/github/dmca/blob/master/2025/03/notice.md"}}""");
        assertThat(said.english())
                .contains("GitHub has blocked the repository", "\"dmca\"", "2025", "What was collected stays here");
        assertThat(said.in(Locale.GERMAN)).contains("gesperrt", "„dmca“");
        assertThat(said.link()).contains(URI.create("https://github.com/github/dmca/blob/master/2025/03/notice.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"tos\",\"created_at\":\"2025-03-01T10:00:00Z\",\"html_url\":null}",
                "{\"reason\":\"tos\",\"created_at\":\"2025-03-01T10:00:00Z\",\"html_url\":\"javascript:alert(1)\"}",
                "{\"reason\":\"tos\"}",
                "{}"
            })
    void aBlockWithoutAllOfThatIsToldToo(String block) throws IOException {
        Message said =
                said(TOKEN, 403, Map.of(), "{\"message\":\"Repository access blocked\",\"block\":" + block + "}");
        assertThat(said.english()).contains("GitHub has blocked the repository");
        assertThat(said.link()).isEmpty();
    }

    @Test
    void lawsAloneAreNoMissingPermission() throws IOException {
        assertThat(reason(451, Map.of(), "Unavailable")).contains("GitHub has blocked the repository");
    }

    @Test
    void singleSignOnLeadsToGitHub() throws IOException {
        String page = "https://github.com/orgs/acme/sso?authorization_request=A1";
        Message said = said(TOKEN, 403, Map.of("X-GitHub-SSO", "required; url=" + page), body("Resource protected."));
        assertThat(said.link()).contains(URI.create(page));
        assertThat(said.english()).contains(page).doesNotContain("permission");
        assertThat(MessageJson.read(MessageJson.write(said, 1_000))).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com.evil.example/sso",
                "https://github.com@evil.example/sso",
                "http://github.com/sso",
                "//github.com/sso",
                "javascript:alert(1)",
                "%zz"
            })
    void anAddressElsewhereIsNotShown(String page) throws IOException {
        Message said = said(TOKEN, 403, Map.of("X-GitHub-SSO", "required; url=" + page), body("Resource protected."));
        assertThat(said.link()).isEmpty();
        assertThat(said.english()).contains("single sign-on").doesNotContain(page);
    }

    @Test
    void theOldWordingOfTheSecondaryLimitIsALimitAndDoubles() throws IOException {
        String message = "You have triggered an abuse detection mechanism. Please wait a few minutes";
        try (OddServer gitHub = OddServer.answering(403, Map.of(), body(message))) {
            TestClient client = TestClient.at(gitHub.uri());
            for (int seconds : new int[] {60, 120, 240}) {
                Answer<?> answer = client.views(TOKEN, WIDGETS);
                assertThat(answer).isInstanceOf(Answer.RateLimited.class);
                assertThat(((Answer.RateLimited<?>) answer).until())
                        .isEqualTo(client.clock().instant().plusSeconds(seconds));
                client.setNow(((Answer.RateLimited<?>) answer).until());
            }
        }
    }

    private static String reason(int status, Map<String, String> headers, String message) throws IOException {
        return said(TOKEN, status, headers, body(message)).english();
    }

    private static String body(String message) {
        return "{\"message\":\"" + message + "\"}";
    }

    private static Message said(Credential credential, int status, Map<String, String> headers, String body)
            throws IOException {
        try (OddServer gitHub = OddServer.answering(status, headers, body)) {
            Answer<?> answer = TestClient.at(gitHub.uri()).views(credential, WIDGETS);
            assertThat(answer).isInstanceOf(Answer.NotPermitted.class);
            return Objects.requireNonNull(((Answer.NotPermitted<?>) answer).reason());
        }
    }
}
