package ghtraffic.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/overview | | /overview",
                "/repository | id=1 | /repository?id=1",
                "/collections | page=1&of=%C3%A4 | /collections?page=1&of=%C3%A4"
            })
    void aPageIsFoundAgainInItsCookie(String path, String query, String page) {
        ReturnAddress asked = ReturnAddress.of(path, query).orElseThrow();
        assertThat(asked.path()).isEqualTo(page);
        assertThat(ReturnAddress.decoded(asked.cookie().getValue())).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "https://elsewhere.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: b",
                ""
            })
    void nobodyIsLedElsewhere(String path) {
        assertThat(ReturnAddress.of(path, null)).isEmpty();
    }

    @Test
    void aPageWithAnOverlongAddressIsNotKept() {
        assertThat(ReturnAddress.of("/overview", "q=" + "x".repeat(2_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ly9lbHNld2hlcmUuZXhhbXBsZQ", "aHR0cHM6Ly9lbHNld2hlcmUuZXhhbXBsZQ", "no base64 at all", ""})
    void aCookieThatSomebodyMadeLeadsNobodyElsewhere(String value) {
        assertThat(ReturnAddress.decoded(value)).isEmpty();
    }
}
