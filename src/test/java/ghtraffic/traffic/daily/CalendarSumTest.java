package ghtraffic.traffic.daily;

import static ghtraffic.traffic.daily.CalendarSum.DEKAD;
import static ghtraffic.traffic.daily.CalendarSum.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.ranges.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSumTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-31, 2026-01-01, 2026-01-31",
        "2026-01-02, 2026-03-30, 2026-02-01, 2026-02-28",
        "2025-11-15, 2026-02-28, 2025-12-01, 2026-02-28"
    })
    void monthsAreWhole(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(MONTH.wholePeriodsIn(new DateRange(from, to))).contains(new DateRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-10, 2026-01-01, 2026-01-10",
        "2026-01-02, 2026-01-31, 2026-01-11, 2026-01-31",
        "2026-01-11, 2026-01-30, 2026-01-11, 2026-01-20",
        "2026-02-21, 2026-02-28, 2026-02-21, 2026-02-28",
        "2028-02-19, 2028-03-09, 2028-02-21, 2028-02-29"
    })
    void dekadsAreWhole(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(DEKAD.wholePeriodsIn(new DateRange(from, to))).contains(new DateRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 2026-01-10", "2026-01-05, 2026-01-19", "2028-02-21, 2028-02-28"})
    void noneIsWholeInAShortRange(LocalDate from, LocalDate to) {
        assertThat(DEKAD.wholePeriodsIn(new DateRange(from, to))).isEmpty();
        assertThat(MONTH.wholePeriodsIn(new DateRange(from, to))).isEmpty();
    }

    @Test
    void areNumberedInTheOrderOfTime() {
        assertThat(MONTH.number(LocalDate.of(2026, 1, 31))).isEqualTo(202601);
        assertThat(DEKAD.number(LocalDate.of(2026, 1, 10))).isEqualTo(2026011);
        assertThat(DEKAD.number(LocalDate.of(2026, 1, 11))).isEqualTo(2026012);
        assertThat(DEKAD.number(LocalDate.of(2026, 12, 31))).isEqualTo(2026123);
        assertThat(DEKAD.number(LocalDate.of(2027, 1, 1))).isEqualTo(2027011);
    }
}
