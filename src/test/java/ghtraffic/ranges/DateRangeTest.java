package ghtraffic.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void endsTodayAndBegins28DaysBeforeUnlessTold() {
        assertThat(DateRange.of(null, null, TODAY)).isEqualTo(new DateRange(LocalDate.of(2026, 1, 3), TODAY));
        assertThat(DateRange.of(null, LocalDate.of(2025, 1, 31), TODAY).from()).isEqualTo("2025-01-03");
    }

    @Test
    void countsBothEnds() {
        assertThat(new DateRange(TODAY, TODAY).days()).isEqualTo(1);
    }

    @Test
    void refusesWhatRunsBackwardsOrIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateRange(TODAY, TODAY.minusDays(1)))
                .withMessageStartingWith("to:");
        assertThat(new DateRange(TODAY.minusYears(10), TODAY).days()).isEqualTo(3_653 + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateRange(TODAY.minusYears(10).minusDays(1), TODAY))
                .withMessageStartingWith("from:");
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(Interval.WEEK.start(LocalDate.of(2026, 1, 1))).isEqualTo("2025-12-29");
        assertThat(Interval.MONTH.start(TODAY)).isEqualTo("2026-01-01");
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.parse("year"));
    }
}
