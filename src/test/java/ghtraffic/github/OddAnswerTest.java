package ghtraffic.github;

import static ghtraffic.github.TestClient.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.messages.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that GitHub does not give, and a proxy, a captive portal or a mistake may. */
class OddAnswerTest {

    private static final Credential TOKEN = new Credential("ghp_token");
    private static final GitHubRepository WIDGETS = TestClient.repository(1, "acme", "widgets");
    private static final String EMPTY = "{\"count\":0,\"uniques\":0,\"views\":[]}";

    @Test
    void theTokenDoesNotFollowARedirectToAnotherServer() throws IOException {
        try (OddServer other = OddServer.answering(200, Map.of(), EMPTY);
                OddServer gitHub =
                        OddServer.answering(301, Map.of("Location", other.uri() + "/repos/acme/widgets"), "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS))
                    .hasToString(unavailable("GitHub's answer cannot be used: it redirected to another server"));
            assertThat(other.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "//elsewhere.invalid/", "ftp://127.0.0.1/", "mailto:me@example.com"})
    void anotherSchemeOrPortIsAnotherServerToo(String location) throws IOException {
        try (OddServer gitHub = OddServer.answering(302, Map.of("Location", location), "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS))
                    .hasToString(unavailable("GitHub's answer cannot be used: it redirected to another server"));
            assertThat(gitHub.asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectsComeToAnEnd(int status) throws IOException {
        try (OddServer gitHub = OddServer.answering(status, Map.of("Location", "/repositories/1"), "")) {
            Answer<?> answer = TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS);
            assertThat(answer)
                    .hasToString(unavailable("GitHub's answer cannot be used: it redirected more than 5 times"));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Unavailable.class,
                            unavailable -> assertThat(unavailable.reason().in(Locale.GERMAN))
                                    .isEqualTo(
                                            "GitHubs Antwort ist nicht verwendbar: Es leitete mehr als 5-mal weiter"));
            assertThat(gitHub.asked).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"count\":\"0\",\"uniques\":0,\"views\":[]}",
                "{\"count\":0,\"views\":[]}",
                "{\"count\":0,\"uniques\":null,\"views\":[]}",
                "{\"count\":0,\"uniques\":0,\"clones\":[]}",
                "{\"count\":0,\"uniques\":0,\"views\":{}}",
                "{\"count\":0,\"uniques\":0,\"views\":[1]}",
                "{\"count\":1.5,\"uniques\":0,\"views\":[]}",
                "{\"count\":-1,\"uniques\":0,\"views\":[]}",
                "{\"count\":99999999999,\"uniques\":0,\"views\":[]}",
                "{\"count\":0,\"uniques\":0,\"views\":[{\"count\":0,\"uniques\":0}]}",
                "{\"count\":0,\"uniques\":0,\"views\":[{\"timestamp\":7,\"count\":0,\"uniques\":0}]}",
                "{\"count\":0,\"uniques\":0,\"views\":[{\"timestamp\":\"today\",\"count\":0,\"uniques\":0}]}"
            })
    void jsonOfAnotherShapeIsNoAnswer(String body) throws IOException {
        try (OddServer gitHub = OddServer.answering(200, Map.of(), body)) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS))
                    .hasToString(unavailable("GitHub answered something that is not what its documentation describes"));
        }
    }

    @Test
    void whatIsTooDeepOrTooLongForTheParserIsNoAnswer() throws IOException {
        String deep = "{\"message\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String longNumber = "{\"count\":" + "9".repeat(5_000) + ",\"uniques\":0,\"views\":[]}";
        for (int status : new int[] {200, 500}) {
            try (OddServer tooDeep = OddServer.answering(status, Map.of(), deep);
                    OddServer tooLong = OddServer.answering(status, Map.of(), longNumber)) {
                assertThat(TestClient.at(tooDeep.uri()).views(TOKEN, WIDGETS)).isInstanceOf(Answer.Unavailable.class);
                assertThat(TestClient.at(tooLong.uri()).views(TOKEN, WIDGETS)).isInstanceOf(Answer.Unavailable.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[bad", "/a b", "%zz"})
    void aRedirectToWhatIsNoAddressIsNoAnswer(String location) throws IOException {
        try (OddServer gitHub = OddServer.answering(301, Map.of("Location", location), "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS))
                    .hasToString(unavailable("GitHub's answer cannot be used: it redirected to what is no address"));
        }
    }

    @Test
    void aTokenStoredWithALineFeedIsSentWithoutIt() throws IOException {
        try (OddServer gitHub = OddServer.answering(200, Map.of(), EMPTY)) {
            assertThat(TestClient.at(gitHub.uri()).views(new Credential(" ghp_token\r\n"), WIDGETS))
                    .isInstanceOf(Answer.Fresh.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ghp_to\nken", "ghp_to ken", "ghp_t\u00f6ken"})
    void aTokenThatCannotBeSentIsABadOneAndNotShown(String token) throws IOException {
        try (OddServer gitHub = OddServer.answering(200, Map.of(), EMPTY)) {
            assertThat(TestClient.at(gitHub.uri()).views(new Credential(token), WIDGETS))
                    .isInstanceOf(Answer.BadToken.class)
                    .asString()
                    .doesNotContain("ghp_");
            assertThat(gitHub.asked).isEmpty();
        }
    }

    @Test
    void membersThatNobodyKnowsYetDoNotMatter() throws IOException {
        String body = "{\"new\":{},\"count\":2,\"uniques\":1,\"views\":[]}";
        try (OddServer gitHub = OddServer.answering(200, Map.of(), body)) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS).map(TrafficWindow::count))
                    .isEqualTo(new Answer.Fresh<>(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, x-nothing, 0, 60",
        "429, Retry-After, 30, 30",
        "403, Retry-After, 30, 30",
        "429, Retry-After, 0, 0",
        "429, Retry-After, -5, 60",
        "429, Retry-After, -9223372036854775808, 60",
        "429, Retry-After, soon, 60",
        "429, Retry-After, 9999999999, 7200",
        "403, x-ratelimit-remaining, 0, 60"
    })
    void aLimitEndsWhenItSaysWithinReasonAndElseAfterAMinute(int status, String header, String value, int seconds)
            throws IOException {
        try (OddServer gitHub = OddServer.answering(status, Map.of(header, value), "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS)).isEqualTo(limited(NOW.plusSeconds(seconds)));
        }
    }

    @ParameterizedTest
    @CsvSource({"600, 600", "-600, 60", "999999, 7200"})
    void aResetInThePastOrFarAwayIsNotTakenLiterally(int reset, int seconds) throws IOException {
        Map<String, String> headers =
                Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", Long.toString(NOW.getEpochSecond() + reset));
        try (OddServer gitHub = OddServer.answering(403, headers, "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS)).isEqualTo(limited(NOW.plusSeconds(seconds)));
        }
    }

    @Test
    void retryAfterCountsBeforeTheReset() throws IOException {
        Map<String, String> headers = Map.of(
                "Retry-After", "30",
                "x-ratelimit-remaining", "0",
                "x-ratelimit-reset", Long.toString(NOW.getEpochSecond() + 600));
        try (OddServer gitHub = OddServer.answering(403, headers, "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS)).isEqualTo(limited(NOW.plusSeconds(30)));
        }
    }

    @ParameterizedTest
    @CsvSource({"401, BadToken", "403, NotPermitted", "404, NotFound", "410, NotFound", "451, NotPermitted"})
    void aRefusalNeedsNoBody(int status, String kind) throws IOException {
        try (OddServer gitHub = OddServer.answering(status, Map.of(), "")) {
            assertThat(TestClient.at(gitHub.uri())
                            .views(TOKEN, WIDGETS)
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 300, 304, 400, 418, 503})
    void anyOtherStatusIsNoAnswer(int status) throws IOException {
        try (OddServer gitHub = OddServer.answering(status, Map.of(), "")) {
            assertThat(TestClient.at(gitHub.uri()).views(TOKEN, WIDGETS))
                    .hasToString(unavailable(
                            "GitHub answered with status %d (no message that can be read)".formatted(status)));
        }
    }

    @Test
    void theAnnouncedEndOfTheApiIsKnown() throws IOException {
        Map<String, String> headers =
                Map.of("Deprecation", "@1830297600", "Sunset", "Fri, 10 Mar 2028 00:00:00 GMT", "ETag", "\"1\"");
        try (OddServer gitHub = OddServer.answering(200, headers, EMPTY)) {
            TestClient client = TestClient.at(gitHub.uri());
            assertThat(client.version().notices()).isEmpty();
            client.views(TOKEN, WIDGETS);
            client.views(TOKEN, WIDGETS);
            assertThat(client.version().notices())
                    .containsExactly("Deprecation: @1830297600, Sunset: Fri, 10 Mar 2028 00:00:00 GMT");
        }
    }

    private static String unavailable(String reason) {
        return "Unavailable[reason=" + reason + "]";
    }

    private static Answer<?> limited(Instant until) {
        return new Answer.RateLimited<>(Message.of("said.reason.gitHub.limit", until), until);
    }
}
