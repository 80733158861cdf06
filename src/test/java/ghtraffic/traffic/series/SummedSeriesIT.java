package ghtraffic.traffic.series;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.database.Chunks;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sums over repositories: what counts, what is null and what is partial, and that their number costs no statement. */
@ExtendWith(ArquillianExtension.class)
class SummedSeriesIT {

    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int THREE = 3;
    private static final List<Integer> ALL = List.of(ONE, TWO, THREE);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @Inject
    private TrafficStore traffic;

    @Inject
    private SummedSeries sums;

    @Inject
    private RangeTotals recent;

    @Inject
    private RepositorySeries history;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        for (int id : ALL) {
            database.repository(id, "acme", "r" + id);
        }
    }

    @Test
    void aDayIsTheSumOfTheRepositoriesAskedForWithoutUniques() {
        traffic.merge(ONE, List.of(whole(MONDAY, 10, 3), whole(TUESDAY, 1, 1)));
        traffic.merge(TWO, List.of(whole(MONDAY, 5, 0), whole(TUESDAY, 2, 2)));
        traffic.merge(THREE, List.of(whole(MONDAY, 100, 100), whole(MONDAY.minusDays(1), 100, 100)));
        assertThat(days(List.of(TWO, ONE), MONDAY, WEDNESDAY))
                .containsExactly(
                        new TrafficPoint(MONDAY, 15L, null, 3L, null, false),
                        new TrafficPoint(TUESDAY, 3L, null, 3L, null, false),
                        new TrafficPoint(WEDNESDAY, null, null, null, null, false));
    }

    @Test
    void aDayIsPartialWhenOneThatWasCollectedBeforeIsMissing() {
        traffic.merge(ONE, List.of(whole(MONDAY, 1, 1), whole(TUESDAY, 1, 1), whole(WEDNESDAY, 1, 1)));
        traffic.merge(TWO, List.of(whole(TUESDAY, 2, 2)));
        assertThat(days(ALL, MONDAY, WEDNESDAY))
                .containsExactly(
                        new TrafficPoint(MONDAY, 1L, null, 1L, null, false),
                        new TrafficPoint(TUESDAY, 3L, null, 3L, null, false),
                        new TrafficPoint(WEDNESDAY, 1L, null, 1L, null, true));
        assertThat(days(ALL, WEDNESDAY, WEDNESDAY))
                .as("also when it was collected before the range only")
                .containsExactly(new TrafficPoint(WEDNESDAY, 1L, null, 1L, null, true));
        assertThat(days(List.of(ONE, THREE), WEDNESDAY, WEDNESDAY))
                .as("one that was never collected is not missing")
                .containsExactly(new TrafficPoint(WEDNESDAY, 1L, null, 1L, null, false));
    }

    @Test
    void aDayIsPartialWhenOneWasNotSeenWholeAndTodayAlways() {
        traffic.merge(ONE, List.of(whole(MONDAY, 1, 1), whole(TODAY, 1, 1)));
        traffic.merge(TWO, List.of(PeriodNumbers.of(MONDAY, 2, 2, 2, 2, Coverage.PARTIAL), whole(TODAY, 2, 2)));
        assertThat(days(ALL, MONDAY, MONDAY)).containsExactly(new TrafficPoint(MONDAY, 3L, null, 3L, null, true));
        assertThat(days(ALL, TODAY, TODAY)).containsExactly(new TrafficPoint(TODAY, 3L, null, 3L, null, true));
    }

    @Test
    void whatWasNotCoveredOfADayIsNullUnlessAnotherCoveredIt() {
        traffic.merge(ONE, List.of(clonesOnly(MONDAY, 4), clonesOnly(TUESDAY, 4)));
        traffic.merge(TWO, List.of(whole(TUESDAY, 0, 1)));
        assertThat(days(ALL, MONDAY, TUESDAY))
                .containsExactly(
                        new TrafficPoint(MONDAY, null, null, 4L, null, true),
                        new TrafficPoint(TUESDAY, 0L, null, 5L, null, true));
    }

    @Test
    void weeksAndMonthsAddUpTheDays() {
        traffic.merge(
                ONE,
                MONDAY.datesUntil(MONDAY.plusDays(7))
                        .map(day -> whole(day, 2, 1))
                        .toList());
        DateRange weeks = new DateRange(MONDAY.minusDays(7), MONDAY.plusDays(6));
        assertThat(sums.series(ALL, weeks, Interval.WEEK))
                .containsExactly(
                        new TrafficPoint(MONDAY.minusDays(7), null, null, null, null, false),
                        new TrafficPoint(MONDAY, 14L, null, 7L, null, false));
        assertThat(sums.series(ALL, new DateRange(LocalDate.of(2026, 3, 1), TODAY), Interval.MONTH))
                .containsExactly(new TrafficPoint(LocalDate.of(2026, 3, 1), 14L, null, 7L, null, true));
    }

    @Test
    void ofNoRepositoryNothingWasCollected() {
        traffic.merge(ONE, List.of(whole(MONDAY, 1, 1)));
        assertThat(days(List.of(), MONDAY, MONDAY))
                .containsExactly(new TrafficPoint(MONDAY, null, null, null, null, false));
    }

    @Test
    void thousandsOfRepositoriesCostNoMoreStatementsThanOne() throws SQLException {
        traffic.merge(ONE, List.of(whole(MONDAY, 1, 1)));
        traffic.merge(TWO, List.of(whole(MONDAY, 2, 2)));
        List<Integer> thousands = IntStream.rangeClosed(1, 5_000).boxed().toList();
        if (database.counts()) {
            assertThat(statements(thousands))
                    .isEqualTo(statements(List.of(ONE)))
                    .isPositive();
        }
        assertThat(days(thousands, MONDAY, MONDAY))
                .containsExactly(new TrafficPoint(MONDAY, 3L, null, 3L, null, false));
    }

    /** Repository 2 is in another portion than repository 1. */
    @Test
    void moreRepositoriesThanAStatementTakesAreSummedInPortions() {
        traffic.merge(ONE, List.of(whole(MONDAY, 1, 1), whole(TUESDAY, 1, 1)));
        traffic.merge(TWO, List.of(clonesOnly(MONDAY, 2), whole(TUESDAY, 2, 2)));
        traffic.merge(THREE, List.of(whole(MONDAY, 4, 4)));
        List<Integer> many = new ArrayList<>(List.of(ONE));
        IntStream.range(0, 4 * Chunks.LARGEST).forEach(i -> many.add(1_000_000 + i));
        many.addAll(List.of(TWO, THREE));
        assertThat(days(many, MONDAY, TUESDAY))
                .isEqualTo(days(ALL, MONDAY, TUESDAY))
                .containsExactly(
                        new TrafficPoint(MONDAY, 5L, null, 7L, null, true),
                        new TrafficPoint(TUESDAY, 3L, null, 3L, null, true));
        clock.set(Instant.parse("2026-03-05T10:00:00Z"));
        assertThat(recent.recent(many)).hasSize(3).containsEntry(TWO, new Totals(2L, 4L));
    }

    @Test
    void sumsMayBeLargerThanAnyOfTheNumbers() {
        int most = Integer.MAX_VALUE;
        traffic.merge(ONE, List.of(whole(MONDAY, most, most), whole(TUESDAY, most, most)));
        traffic.merge(TWO, List.of(whole(MONDAY, most, 1)));
        assertThat(days(ALL, MONDAY, MONDAY))
                .containsExactly(new TrafficPoint(MONDAY, 2L * most, null, most + 1L, null, false));
        DateRange week = new DateRange(MONDAY, MONDAY.plusDays(6));
        assertThat(sums.series(ALL, week, Interval.WEEK))
                .containsExactly(new TrafficPoint(MONDAY, 3L * most, null, 2L * most + 1, null, true));
        assertThat(history.series(ONE, week, Interval.WEEK).get(0).views()).isEqualTo(2L * most);
        clock.set(Instant.parse("2026-03-05T10:00:00Z"));
        assertThat(recent.recent(ALL)).containsEntry(ONE, new Totals(2L * most, 2L * most));
    }

    private long statements(List<Integer> repositories) {
        return database.queries(() -> days(repositories, MONDAY, TODAY));
    }

    private List<TrafficPoint> days(List<Integer> repositories, LocalDate from, LocalDate to) {
        return sums.series(repositories, new DateRange(from, to), Interval.DAY);
    }

    private static PeriodNumbers whole(LocalDate day, int views, int clones) {
        return PeriodNumbers.whole(day, views, views, clones, clones);
    }

    private static PeriodNumbers clonesOnly(LocalDate day, int clones) {
        return new PeriodNumbers(day, 0, 0, Coverage.NONE, clones, clones, Coverage.WHOLE);
    }
}
