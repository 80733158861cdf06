package ghtraffic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server itself said in English is recognised. */
class StoredSentencesTest {

    private static final List<String> TOLD = List.of("alpha", "beta", "gamma", "delta");

    /** Numbers where the text wants some, else texts. */
    private static Object[] toldBy(String key) {
        String text = Bundle.text(key, Locale.ENGLISH);
        return IntStream.range(0, TOLD.size())
                .mapToObj(place -> text.contains("{" + place + ",number") ? (Object) (1234 + place) : TOLD.get(place))
                .toArray();
    }

    static List<String> keys() {
        return Collections.list(Bundle.in(Locale.ENGLISH).getKeys()).stream()
                .filter(key -> key.startsWith("said."))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachTextIsRecognisedByItsEnglish(String key) {
        Message said = Message.of(key, toldBy(key));
        assertThat(Message.said(key.split("\\.")[1], said.english()).in(Locale.GERMAN))
                .isEqualTo(said.in(Locale.GERMAN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GitHub's rate limit is used up until 2026-01-31T12:30:00Z"
                        + " | GitHubs Abfragelimit ist ausgeschöpft bis 31.01.2026, 12:30:00 UTC",
                "Of 12345 repositories that can be read the rules want 2; 0 of them are new"
                        + " | Von 12.345 lesbaren Repositorys verlangen die Regeln 2; 0 davon sind neu",
                "Referrers, Paths: GitHub answered with status 500 (boom; Paths); Releases: GitHub refuses: no"
                        + " | Verweise, Pfade: GitHub antwortete mit Status 500 (boom; Paths); Releases: GitHub lehnt ab: no",
                "GitHub does not accept the GitHub App's id or private key: GitHub answered with status 502 (no message)"
                        + " | GitHub nimmt die ID oder den privaten Schlüssel der GitHub-App nicht an:"
                        + " GitHub antwortete mit Status 502 (keine Mitteilung)",
                "Something that GitHub said | Something that GitHub said"
            })
    void whatStandsInItIsSaidInTheOtherLanguageToo(String english, String german) {
        assertThat(Message.said("reason", english).in(Locale.GERMAN)).isEqualTo(german);
        assertThat(Message.said("reason", english).english()).isEqualTo(english);
    }

    @Test
    void onlyTheTextsThatItCanBeAreTried() {
        assertThat(Message.said("browser", "Firefox on Linux").in(Locale.GERMAN))
                .isEqualTo("Firefox unter Linux");
        assertThat(Message.said("reason", "Firefox on Linux").in(Locale.GERMAN)).isEqualTo("Firefox on Linux");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token “all tenants” | Token „all tenants“",
                "token “2026-01-31” | Token „2026-01-31“",
                "token “CI on Linux” | Token „CI on Linux“",
                "token “valid, until May” | Token „valid, until May“",
                "tenant 1234 (“tenant 5 (“A, B”)”) | Mandant 1234 („tenant 5 (“A, B”)“)",
                "“no roles”, GitHub user acme | „no roles“, GitHub-Benutzer acme"
            })
    void whatSomebodyWroteStaysAsItIs(String english, String german) {
        assertThat(Message.said("audit", english).in(Locale.GERMAN)).isEqualTo(german);
        assertThat(Message.said("audit browser Role Schedule Scope", english).in(Locale.GERMAN))
                .isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Administrator, System maintainer | Administrator, Systembetreuer",
                "Read traffic, Administer, until 2026-01-31T12:30:00Z | Zugriffe lesen, Administrieren, bis 31.01.2026, 12:30:00 UTC",
                "Administrator, Bob | Administrator, Bob",
                "session in Firefox on Linux | Sitzung in Firefox unter Linux"
            })
    void constantsAndOtherSentencesStandInIt(String english, String german) {
        assertThat(Message.said("audit browser Role Scope", english).in(Locale.GERMAN))
                .isEqualTo(german);
    }
}
