package ghtraffic.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "Ann@Example.COM", "  ann@example.com\n", "\u2003ann@example.com\u2003"})
    void caseAndSpaceAroundDoNotMatter(String text) {
        assertThat(EmailAddress.normal(text)).isEqualTo("ann@example.com");
    }

    @Test
    void twoWaysToWriteAnAccentAreTheSameAddress() {
        assertThat(EmailAddress.normal("Zoe\u0308@example.com")).isEqualTo(EmailAddress.normal("zo\u00eb@example.com"));
    }

    @Test
    void lettersThatOnlyLookAlikeStayApart() {
        assertThat(EmailAddress.normal("\u0430nn@example.com")).isNotEqualTo("ann@example.com");
        assertThat(EmailAddress.normal("\uff41nn@example.com")).isNotEqualTo("ann@example.com");
    }

    @Test
    void theServersLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(EmailAddress.normal("INES@EXAMPLE.COM")).isEqualTo("ines@example.com");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "a@b", "o'hara+tag@example.com", "zo\u00eb@example.com"})
    void whatHasSomethingOnBothSidesOfItsAtLooksLikeOne(String text) {
        assertThat(EmailAddress.looksLikeOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "@example.com",
                "ann@",
                "ann smith@example.com",
                "ann@example.com\u0000",
                "ann@exa\nmple.com",
                "*@example.com",
                "ann@*"
            })
    void patternsAndOddCharactersDoNot(String text) {
        assertThat(EmailAddress.looksLikeOne(text)).isFalse();
    }

    @Test
    void itFitsTheColumn() {
        String domain = "@example.com";
        assertThat(EmailAddress.looksLikeOne("a".repeat(255 - domain.length()) + domain))
                .isTrue();
        assertThat(EmailAddress.looksLikeOne("a".repeat(256 - domain.length()) + domain))
                .isFalse();
    }
}
