package ghtraffic.traffic.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    @ParameterizedTest
    @CsvSource({
        "112, 100, +12_%, up",
        "97, 100, −3_%, down",
        "1000, 1001, 0_%, same",
        "1001, 1000, 0_%, same",
        "996, 1000, 0_%, same",
        "995, 1000, −1_%, down",
        "1005, 1000, +1_%, up",
        "5, 5, 0_%, same",
        "0, 7, −100_%, down",
        "0, 0, 0_%, same",
        "3, 0, new, up",
        "20000, 10, '+199,900_%', up"
    })
    void isSaidInPercent(long now, long before, String text, String direction) {
        Change change = Change.between(now, before);
        assertThat(change.text(Locale.ENGLISH)).isEqualTo(text.replace('_', '\u00a0'));
        assertThat(change.remark(Locale.ENGLISH)).isEmpty();
        assertThat(change.direction()).isEqualTo(direction);
    }

    @Test
    void numbersAreOfTheReadersLanguage() {
        assertThat(Change.between(20_000, 10).text(Locale.GERMAN)).isEqualTo("+199.900\u00a0%");
    }

    @Test
    void daysThatWereNotCollectedMakeItSayWhyItSaysNothing() {
        Change change = Change.between(5, 10, 1);
        assertThat(change.text(Locale.ENGLISH)).isEmpty();
        assertThat(change.direction()).isEqualTo("same");
        assertThat(change.remark(Locale.ENGLISH))
                .isEqualTo("not comparable: 1 day of the two periods not wholly collected");
        assertThat(Change.between(5, 10, 3).remark(Locale.ENGLISH))
                .isEqualTo("not comparable: 3 days of the two periods not wholly collected");
        assertThat(Change.between(5, 10, 0)).isEqualTo(Change.between(5, 10));
    }

    @Test
    void whereNothingIsComparedNothingIsSaid() {
        assertThat(Change.NONE.text(Locale.ENGLISH)).isEmpty();
        assertThat(Change.NONE.remark(Locale.ENGLISH)).isEmpty();
    }
}
