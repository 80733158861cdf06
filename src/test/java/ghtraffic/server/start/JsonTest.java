package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEachSortOfValue() {
        assertThat(Json.parse(" {\"a\": [1, -2.5e3, true, null, \"\"], \"b\": {}, \"c\" : []} "))
                .isEqualTo(Map.of("a", List.of("1", "-2.5e3", "true", "", ""), "b", Map.of(), "c", List.of()));
    }

    @Test
    void readsEscapesAndLettersOfAllSorts() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00ß\""))
                .isEqualTo("\"\\/\b\f\n\r\tä😀ß");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"secret\"}",
                "{\"secret\":}",
                "{secret:1}",
                "\"secret",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "01x",
                "secret",
                "{} secret",
                "[1 2]"
            })
    void refusesWhatIsNoJsonAndRepeatsNothingOfIt(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not JSON, at character")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
