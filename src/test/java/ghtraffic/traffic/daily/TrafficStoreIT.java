package ghtraffic.traffic.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.series.RangeTotals;
import ghtraffic.traffic.series.RepositorySeries;
import ghtraffic.traffic.series.Totals;
import ghtraffic.traffic.series.TrafficPoint;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowStore;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values only ever grow, and days that were quiet, not over or never collected are kept apart. */
@ExtendWith(ArquillianExtension.class)
class TrafficStoreIT {

    private static final int REPOSITORY = 7;
    private static final int ANOTHER = 8;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final String ROWS =
            "select rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete from repotraffic order by rid, tdate";

    @Inject
    private TrafficStore traffic;

    @Inject
    private WindowStore windows;

    @Inject
    private RepositorySeries history;

    @Inject
    private RangeTotals sums;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        database.run("insert into repos (rid, rname, ghserverid, oid, schedule)"
                + " values (7, 'seven', 1, 1, 0), (8, 'eight', 1, 1, 0), (9, 'nine', 1, 1, 0)");
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void newDaysAreInserted() throws SQLException {
        assertThat(merge(whole(MONDAY, 10, 5, 3, 2), partial(TUESDAY, 1, 1, 0, 0)))
                .isEqualTo(new MergeResult(2, 0, 0));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 10 5 3 2 0", "7 2026-03-03 1 1 0 0 1");
    }

    @Test
    void eachFieldKeepsItsLargestValueOnTheSameRow() throws SQLException {
        merge(whole(MONDAY, 10, 5, 3, 2));
        assertThat(merge(whole(MONDAY, 4, 6, 9, 1))).isEqualTo(new MergeResult(0, 1, 0));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 10 6 9 2 0");
    }

    @Test
    void everyFieldIsRaisedOnItsOwn() throws SQLException {
        merge(whole(MONDAY, 1, 1, 1, 1));
        assertThat(merge(whole(MONDAY, 5, 0, 0, 0)).raised()).isEqualTo(1);
        assertThat(merge(whole(MONDAY, 0, 6, 0, 0)).raised()).isEqualTo(1);
        assertThat(merge(whole(MONDAY, 0, 0, 7, 0)).raised()).isEqualTo(1);
        assertThat(merge(whole(MONDAY, 0, 0, 0, 8)).raised()).isEqualTo(1);
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 5 6 7 8 0");
    }

    @Test
    void aDayWhoseValuesShrinkIsUnchanged() throws SQLException {
        merge(whole(MONDAY, 10, 5, 3, 2));
        assertThat(merge(whole(MONDAY, 9, 4, 2, 1))).isEqualTo(new MergeResult(0, 0, 1));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 10 5 3 2 0");
    }

    @Test
    void mergingTwiceChangesNothing() throws SQLException {
        PeriodNumbers[] seen = {whole(MONDAY, 10, 5, 3, 2), partial(TUESDAY, 7, 2, 0, 0), whole(WEDNESDAY, 0, 0, 0, 0)};
        merge(seen);
        List<String> before = database.rows(ROWS);
        assertThat(merge(seen)).isEqualTo(new MergeResult(0, 0, 3));
        assertThat(database.rows(ROWS)).isEqualTo(before).hasSize(3);
    }

    @Test
    void aDayBecomesWholeAndNeverPartialAgain() throws SQLException {
        merge(partial(MONDAY, 4, 2, 1, 1));
        assertThat(merge(whole(MONDAY, 4, 2, 1, 1))).isEqualTo(new MergeResult(0, 1, 0));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 4 2 1 1 0");
        assertThat(merge(partial(MONDAY, 4, 2, 1, 1))).isEqualTo(new MergeResult(0, 0, 1));
        assertThat(merge(partial(MONDAY, 5, 2, 1, 1))).isEqualTo(new MergeResult(0, 1, 0));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 5 2 1 1 0");
    }

    @Test
    void aQuietDayIsARowOfZeros() throws SQLException {
        assertThat(merge(whole(MONDAY, 0, 0, 0, 0))).isEqualTo(new MergeResult(1, 0, 0));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 0 0 0 0 0");
    }

    @Test
    void nothingSeenIsNothingRecorded() throws SQLException {
        assertThat(merge()).isEqualTo(new MergeResult(0, 0, 0));
        assertThat(database.rows(ROWS)).isEmpty();
    }

    @Test
    void insertedRaisedAndUnchangedDaysAreToldApart() throws SQLException {
        merge(whole(MONDAY, 1, 1, 1, 1), whole(TUESDAY, 2, 2, 2, 2));
        assertThat(merge(whole(MONDAY, 9, 1, 1, 1), whole(TUESDAY, 2, 2, 2, 2), whole(WEDNESDAY, 3, 3, 3, 3)))
                .isEqualTo(new MergeResult(1, 1, 1));
    }

    @Test
    void repositoriesDoNotMix() throws SQLException {
        merge(whole(MONDAY, 10, 5, 3, 2));
        traffic.merge(ANOTHER, List.of(whole(MONDAY, 1, 1, 1, 1)));
        traffic.merge(ANOTHER, List.of(whole(MONDAY, 20, 20, 20, 20)));
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 10 5 3 2 0", "8 2026-03-02 20 20 20 20 0");
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY, MONDAY), Interval.DAY))
                .containsExactly(new TrafficPoint(MONDAY, 10L, 5, 3L, 2, false));
    }

    @Test
    void ofMergesAtOnceNoValueIsLost() throws Exception {
        merge(whole(MONDAY, 1, 1, 1, 1));
        List<Object> answers = atOnce.call(
                4, i -> merge(whole(MONDAY, i == 0 ? 9 : 2, i == 1 ? 9 : 2, i == 2 ? 9 : 2, i == 3 ? 9 : 2)));
        assertThat(answers).hasOnlyElementsOfType(MergeResult.class);
        assertThat(database.rows(ROWS)).containsExactly("7 2026-03-02 9 9 9 9 0");
    }

    @Test
    void theLastWindowOfADayStands() throws SQLException {
        windows.store(REPOSITORY, TODAY, new WindowNumbers(100, 50, 30, 20));
        windows.store(REPOSITORY, TODAY, new WindowNumbers(90, 45, 30, 20));
        assertThat(database.rows("select rid, tdate, viewcount, vuniques, clonecount, cuniques from windowtotals"))
                .containsExactly("7 2026-03-12 90 45 30 20");
    }

    @Test
    void aDayThatWasNeverCollectedHasNoValuesAndAQuietOneHasZeros() {
        merge(whole(MONDAY, 10, 5, 3, 2), whole(WEDNESDAY, 0, 0, 0, 0));
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY, WEDNESDAY), Interval.DAY))
                .containsExactly(
                        new TrafficPoint(MONDAY, 10L, 5, 3L, 2, false),
                        new TrafficPoint(TUESDAY, null, null, null, null, false),
                        new TrafficPoint(WEDNESDAY, 0L, 0, 0L, 0, false));
    }

    @Test
    void todayIsPartialAndYesterdayIsAsItWasSeen() {
        LocalDate yesterday = TODAY.minusDays(1);
        merge(partial(yesterday.minusDays(1), 1, 1, 1, 1), whole(yesterday, 2, 2, 2, 2), whole(TODAY, 3, 3, 3, 3));
        assertThat(history.series(REPOSITORY, new DateRange(yesterday.minusDays(1), TODAY), Interval.DAY))
                .extracting(TrafficPoint::partial)
                .containsExactly(true, false, true);
        clock.set(Instant.parse("2026-03-13T00:00:00Z"));
        assertThat(history.series(REPOSITORY, new DateRange(TODAY, TODAY), Interval.DAY))
                .extracting(TrafficPoint::partial)
                .containsExactly(false);
    }

    @Test
    void aWholeWeekAddsUpWithoutUniques() {
        merge(MONDAY.datesUntil(MONDAY.plusDays(7))
                .map(day -> whole(day, 10, 4, 2, 1))
                .toArray(PeriodNumbers[]::new));
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY, MONDAY.plusDays(6)), Interval.WEEK))
                .containsExactly(new TrafficPoint(MONDAY, 70L, null, 14L, null, false));
    }

    @Test
    void aWeekWithADayMissingIsPartialAndOneWithoutAnyHasNoValues() {
        merge(whole(MONDAY, 10, 5, 3, 2), whole(WEDNESDAY, 1, 1, 1, 1));
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY.minusDays(7), MONDAY.plusDays(6)), Interval.WEEK))
                .containsExactly(
                        new TrafficPoint(MONDAY.minusDays(7), null, null, null, null, false),
                        new TrafficPoint(MONDAY, 11L, null, 4L, null, true));
    }

    @Test
    void monthsAddUpAndTheOneThatIsNotOverIsPartial() {
        LocalDate first = LocalDate.of(2026, 2, 1);
        merge(first.datesUntil(TODAY.plusDays(1))
                .map(day -> whole(day, 2, 1, 1, 1))
                .toArray(PeriodNumbers[]::new));
        assertThat(history.series(REPOSITORY, new DateRange(first, TODAY), Interval.MONTH))
                .containsExactly(
                        new TrafficPoint(first, 56L, null, 28L, null, false),
                        new TrafficPoint(LocalDate.of(2026, 3, 1), 24L, null, 12L, null, true));
    }

    @Test
    void bothEndsOfARangeBelongToIt() {
        merge(
                whole(MONDAY.minusDays(1), 9, 9, 9, 9),
                whole(MONDAY, 1, 1, 1, 1),
                whole(TUESDAY, 2, 2, 2, 2),
                whole(WEDNESDAY, 9, 9, 9, 9));
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY, TUESDAY), Interval.DAY))
                .extracting(TrafficPoint::views)
                .containsExactly(1L, 2L);
    }

    @Test
    void tenYearsAreReadAndMoreIsRefused() {
        LocalDate early = TODAY.minusYears(10);
        merge(whole(early, 1, 1, 1, 1));
        assertThat(history.series(REPOSITORY, new DateRange(early, TODAY), Interval.DAY))
                .hasSize(new DateRange(early, TODAY).days())
                .startsWith(new TrafficPoint(early, 1L, 1, 1L, 1, false));
        assertThatThrownBy(() -> new DateRange(TODAY.minusDays(3_654), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("from: ");
        assertThatThrownBy(() -> new DateRange(TUESDAY, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("to: ");
    }

    @Test
    void theFirstDayIsTheOldestThatWasCollected() {
        assertThat(history.firstDay(REPOSITORY)).isNull();
        merge(whole(TUESDAY, 1, 1, 1, 1), whole(MONDAY, 1, 1, 1, 1));
        assertThat(history.firstDay(REPOSITORY)).isEqualTo(MONDAY);
    }

    @Test
    void theSumsOfEachRepositoryAreThoseOfTheLastFourteenWholeDays() {
        LocalDate oldest = TODAY.minusDays(14);
        merge(whole(oldest.minusDays(1), 100, 1, 100, 1), whole(oldest, 1, 1, 2, 1), partial(TODAY, 100, 1, 100, 1));
        traffic.merge(ANOTHER, List.of(whole(oldest, 0, 0, 0, 0), whole(TODAY.minusDays(1), 3, 1, 5, 1)));
        traffic.merge(9, List.of(whole(TODAY, 7, 1, 7, 1)));
        assertThat(sums.recent(List.of(REPOSITORY, ANOTHER, 9)))
                .containsOnlyKeys(REPOSITORY, ANOTHER)
                .containsEntry(REPOSITORY, new Totals(1L, 2L))
                .containsEntry(ANOTHER, new Totals(3L, 5L));
        assertThat(sums.recent(List.of(ANOTHER))).containsOnlyKeys(ANOTHER);
        assertThat(sums.recent(List.of())).isEmpty();
    }

    private MergeResult merge(PeriodNumbers... seen) {
        return traffic.merge(REPOSITORY, List.of(seen));
    }

    private static PeriodNumbers whole(LocalDate day, int views, int visitors, int clones, int cloners) {
        return PeriodNumbers.whole(day, views, visitors, clones, cloners);
    }

    private static PeriodNumbers partial(LocalDate day, int views, int visitors, int clones, int cloners) {
        return PeriodNumbers.of(day, views, visitors, clones, cloners, Coverage.PARTIAL);
    }
}
