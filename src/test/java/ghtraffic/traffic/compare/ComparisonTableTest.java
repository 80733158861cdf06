package ghtraffic.traffic.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.TrafficPoint;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One number of several repositories side by side, and the whole weeks and months that are compared. */
class ComparisonTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);

    private static final List<TrafficPoint> ONE =
            List.of(new TrafficPoint(DAY, 5L, 2, 1L, 1, false), new TrafficPoint(DAY.plusDays(1), 0L, 0, 3L, 2, true));
    private static final List<TrafficPoint> OTHER =
            List.of(TrafficPoint.notCollected(DAY), new TrafficPoint(DAY.plusDays(1), 7L, 4, null, null, true));

    @Test
    void theLatestComesFirstGapsAreGapsAndZerosZeros() {
        ComparisonTable views = ComparisonTable.of(List.of(ONE, OTHER), Measure.VIEWS);
        assertThat(views.rows())
                .containsExactly(
                        new ComparisonTable.Row(
                                DAY.plusDays(1),
                                List.of(new ComparisonTable.Value(0L, true), new ComparisonTable.Value(7L, true))),
                        new ComparisonTable.Row(
                                DAY,
                                List.of(new ComparisonTable.Value(5L, false), new ComparisonTable.Value(null, false))));
        assertThat(views.rows()).extracting(ComparisonTable.Row::partial).containsExactly(true, false);
        assertThat(views.isCollected()).isTrue();
        assertThat(ComparisonTable.of(List.of(OTHER), Measure.CLONES).isCollected())
                .isFalse();
        assertThat(ComparisonTable.of(List.of(), Measure.VIEWS).rows()).isEmpty();
    }

    @Test
    void weeksAndMonthsAreCompletedUpToToday() {
        DateRange range = new DateRange(LocalDate.of(2026, 1, 14), LocalDate.of(2026, 1, 27));
        LocalDate today = LocalDate.of(2026, 1, 31);
        assertThat(Interval.DAY.whole(range, today)).isEqualTo(range);
        assertThat(Interval.WEEK.whole(range, today)).isEqualTo(new DateRange(LocalDate.of(2026, 1, 12), today));
        assertThat(Interval.WEEK.whole(new DateRange(LocalDate.of(2026, 1, 14), LocalDate.of(2026, 1, 20)), today))
                .isEqualTo(new DateRange(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 25)));
        assertThat(Interval.MONTH.whole(range, LocalDate.of(2026, 2, 20)))
                .isEqualTo(new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)));
    }

    @Test
    void whereTenYearsWouldBecomeMoreTheFirstPartsAreLeftOut() {
        LocalDate today = LocalDate.of(2026, 1, 31);
        DateRange tenYears = new DateRange(LocalDate.of(2016, 1, 31), today);
        assertThat(Interval.WEEK.whole(tenYears, today).from()).isEqualTo("2016-02-01");
        assertThat(Interval.MONTH.whole(tenYears, today).from()).isEqualTo("2016-02-01");
        DateRange twoEnds = new DateRange(LocalDate.of(2010, 1, 31), LocalDate.of(2020, 2, 1));
        assertThat(Interval.MONTH.whole(twoEnds, today))
                .isEqualTo(new DateRange(LocalDate.of(2010, 3, 1), LocalDate.of(2020, 2, 29)));
    }
}
