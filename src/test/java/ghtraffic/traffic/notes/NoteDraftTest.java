package ghtraffic.traffic.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note may say, of which day, and where it may lead. */
class NoteDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void keepsTheTextWithItsLinesAndWithoutSpaceAroundIt() {
        assertThat(draft("2026-01-31", " One\r\nTwo \uD83C\uDF89 ", " HTTPS://example.com/a?b=c#d "))
                .isEqualTo(new NoteDraft(TODAY, "One\nTwo \uD83C\uDF89", "HTTPS://example.com/a?b=c#d"));
        assertThat(draft("2026-01-01", "x".repeat(500), " ").link()).isNull();
        assertThat(draft("2026-01-01", "\uD83C\uDF89".repeat(500), null).link()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-01", "2026-13-01", "1969-12-31", "2026-1-1", "0026-01-01"})
    void refusesWhatIsNoDayUpToToday(String day) {
        refused(day, "x", null, "day: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a\u0000b", "a\u001Bb", "a\tb"})
    void refusesWhatIsNoText(String text) {
        refused("2026-01-01", text, null, "text: ");
    }

    @Test
    void refusesATextOfMoreThan500Characters() {
        refused("2026-01-01", "x".repeat(501), null, "text: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.com/",
                "//example.com/",
                "example.com",
                "https:",
                "https:///path",
                "https://github.com@example.com/",
                "https://exa mple.com/",
                "https://example.com/<b>"
            })
    void refusesALinkThatIsNoPlainAddressOfTheWeb(String link) {
        refused("2026-01-01", "x", link, "link: ");
    }

    @Test
    void refusesALinkThatIsTooLongAlsoOnceItIsEncoded() {
        refused("2026-01-01", "x", "https://example.com/" + "x".repeat(981), "link: ");
        refused("2026-01-01", "x", "https://example.com/" + "\u00E4".repeat(900), "link: ");
        assertThat(draft("2026-01-01", "x", "https://example.com/\u00E4").link())
                .isEqualTo("https://example.com/%C3%A4");
    }

    private static NoteDraft draft(String day, String text, @Nullable String link) {
        return NoteDraft.of(day, text, link, TODAY);
    }

    private static void refused(String day, String text, @Nullable String link, String field) {
        assertThatThrownBy(() -> draft(day, text, link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field);
    }
}
