package ghtraffic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles of all languages say the same. */
class BundleTest {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

    static List<Locale> languages() {
        return Language.ALL;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachLanguageHasEveryText(Locale language) {
        assertThat(keys(language)).isEqualTo(keys(Locale.ENGLISH));
        assertThat(keys(language))
                .allSatisfy(
                        key -> assertThat(Bundle.text(key, language)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachTextTellsOfTheSame(Locale language) {
        assertThat(keys(language))
                .allSatisfy(key -> assertThat(places(Bundle.text(key, language)))
                        .as(key)
                        .isEqualTo(places(Bundle.text(key, Locale.ENGLISH))));
    }

    /** An apostrophe alone would swallow what follows it. */
    @ParameterizedTest
    @MethodSource("languages")
    void textsWithPlacesAreFormats(Locale language) {
        assertThat(keys(language)).filteredOn(key -> !key.startsWith("form.")).allSatisfy(key -> {
            String text = Bundle.text(key, language);
            if (text.contains("{")) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, language).toPattern()).isNotEmpty();
            } else {
                assertThat(text).as(key).doesNotContain("''");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog.Schedule",
                "collection.health.Part",
                "identity.Role",
                "identity.Scope",
                "ranges.ComparisonPeriod",
                "ranges.Interval",
                "traffic.series.Measure",
                "ranges.RangePreset",
                "web.frame.NavigationTarget"
            })
    void eachConstantHasAName(String kind) throws ClassNotFoundException {
        assertThat(Class.forName("ghtraffic." + kind).getEnumConstants())
                .allSatisfy(constant -> assertThat(keys(Locale.ENGLISH))
                        .contains(Message.name((Enum<?>) constant).key()));
    }

    @Test
    void aMissingTextIsSeen() {
        assertThat(Message.of("no such key").in(Locale.GERMAN)).isEqualTo("???no such key???");
    }

    private static Set<String> keys(Locale language) {
        ResourceBundle texts = Bundle.in(language);
        return new TreeSet<>(Collections.list(texts.getKeys()));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
