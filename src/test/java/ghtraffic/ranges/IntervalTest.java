package ghtraffic.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(Interval interval) {
        assertThat(Interval.parse(interval.toString())).isEqualTo(interval);
    }

    @Test
    void isWrittenInLowerCase() {
        assertThat(Interval.values()).extracting(Interval::toString).containsExactly("day", "week", "month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "year", "DAY", " day", "days"})
    void refusesAnythingElseAndNamesTheField(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.parse(text))
                .withMessage("interval: must be day, week or month");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-01-01, 2026-01-01",
        "WEEK, 2026-01-04, 2025-12-29",
        "WEEK, 2026-01-05, 2026-01-05",
        "WEEK, 2024-02-29, 2024-02-26",
        "MONTH, 2024-02-29, 2024-02-01",
        "MONTH, 2026-01-01, 2026-01-01"
    })
    void aPointStandsAtTheFirstDayOfItsTime(Interval interval, LocalDate day, LocalDate start) {
        assertThat(interval.start(day)).isEqualTo(start);
    }
}
