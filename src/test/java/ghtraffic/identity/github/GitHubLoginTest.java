package ghtraffic.identity.github;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubLoginTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com, github.com, https://api.github.com/user",
        "https://GitHub.com/, github.com, https://api.github.com/user",
        "https://octo.ghe.com, octo.ghe.com, https://api.octo.ghe.com/user",
        "https://git.example.com:8443, git.example.com:8443, https://git.example.com:8443/api/v3/user",
        "https://github.com.example.org, github.com.example.org, https://github.com.example.org/api/v3/user"
    })
    void theApiOfEachKindOfServerIsKnown(String address, String name, String api) {
        LoginServer server = new LoginServer(address);
        assertThat(server.name()).isEqualTo(name);
        assertThat(server.api("/user")).hasToString(api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "[{'email':'a@b.c','primary':true,'verified':true},{'email':'d@e.f','primary':false,'verified':true}] | a@b.c",
                "[{'email':'a@b.c','primary':true,'verified':false},{'email':'d@e.f','primary':false,'verified':true}] | none",
                "[{'email':'d@e.f','verified':true}] | none",
                "[] | none"
            })
    void onlyAVerifiedPrimaryAddressCounts(String emails, String expected) {
        GitHubAnswer answer = GitHubLogin.account(
                Json.createReader(new StringReader("{\"id\":583231,\"login\":\"octocat\",\"email\":\"public@x.y\"}"))
                        .readObject(),
                Json.createReader(new StringReader(emails.replace('\'', '"'))).readArray());
        assertThat(answer).isEqualTo(new GitHubAnswer.Account(583_231, "octocat", expected));
    }
}
