package ghtraffic.traffic.daily;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Catalog;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.ranges.ComparisonPeriod;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.RangePreset;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.exports.CsvExport;
import ghtraffic.traffic.series.Change;
import ghtraffic.traffic.series.ComparedTotals;
import ghtraffic.traffic.series.RangeTotals;
import ghtraffic.traffic.series.RepositorySeries;
import ghtraffic.traffic.series.SeriesComparison;
import ghtraffic.traffic.series.Totals;
import ghtraffic.traffic.series.TrafficPoint;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Weeks have GitHub's own uniques where they are true, and what was not covered of a day is told nowhere. */
@ExtendWith(ArquillianExtension.class)
class WeeklyTrafficIT {

    private static final int REPOSITORY = 7;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final LocalDate THIS_MONDAY = LocalDate.of(2026, 3, 9);

    @Inject
    private TrafficStore traffic;

    @Inject
    private RepositorySeries history;

    @Inject
    private RangeTotals sums;

    @Inject
    private SeriesComparison comparisons;

    @Inject
    private CsvExport export;

    @Inject
    private Catalog catalog;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

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
    void aWholeWeekHasGitHubsOwnUniques() {
        days(MONDAY, SUNDAY);
        week(MONDAY, 9, Coverage.WHOLE, 5, Coverage.WHOLE);
        week(MONDAY.minusDays(7), 99, Coverage.WHOLE, 99, Coverage.WHOLE);
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, 28L, 9, 14L, 5, false));
        assertThat(history.series(REPOSITORY, new DateRange(MONDAY, SUNDAY), Interval.MONTH))
                .containsExactly(new TrafficPoint(LocalDate.of(2026, 3, 1), 28L, null, 14L, null, false));
    }

    @Test
    void tenYearsHaveWeeksToo() {
        days(MONDAY, SUNDAY);
        LocalDate first = TODAY.minusYears(10);
        assertThat(weeks(first, TODAY)).hasSizeBetween(522, 524);
        ResolvedRange all = RangeChoice.DEFAULT
                .with(RangePreset.ALL)
                .with(ComparisonPeriod.YEAR)
                .with(Interval.WEEK)
                .at(TODAY, first);
        assertThat(comparisons.of(REPOSITORY, all).earlier()).hasSizeBetween(522, 524);
    }

    @Test
    void whatWasEarlierStandsBesideItByDayWeekAndMonth() {
        days(MONDAY.minusDays(7), SUNDAY);
        week(MONDAY.minusDays(7), 9, Coverage.WHOLE, 5, Coverage.WHOLE);
        DateRange range = new DateRange(MONDAY, SUNDAY);
        assertThat(comparisons.earlier(REPOSITORY, range, Interval.DAY, 7))
                .hasSize(7)
                .startsWith(new TrafficPoint(MONDAY, 4L, 3, 2L, 1, false));
        assertThat(comparisons.earlier(REPOSITORY, range, Interval.WEEK, 7))
                .containsExactly(new TrafficPoint(MONDAY, 28L, 9, 14L, 5, false));
        assertThat(comparisons.earlier(REPOSITORY, range, Interval.MONTH, 7))
                .containsExactly(new TrafficPoint(LocalDate.of(2026, 3, 1), 28L, null, 14L, null, false));
        ResolvedRange chosen = new ResolvedRange(RangeChoice.DEFAULT, range, TODAY);
        assertThat(comparisons.of(REPOSITORY, chosen).totals())
                .isEqualTo(new ComparedTotals(28L, 14L, Change.between(28, 28), Change.between(14, 14)));
    }

    @Test
    void ofAPastWeekAFigureThatWasOnlySeenCutIsNull() {
        days(TUESDAY, SUNDAY);
        week(MONDAY, 9, Coverage.PARTIAL, 5, Coverage.WHOLE);
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, 24L, null, 12L, 5, true));
        days(MONDAY, MONDAY);
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, 28L, null, 14L, 5, false));
    }

    @Test
    void theWeekThatIsNotOverHasTheFigureSoFarAndIsPartial() {
        days(THIS_MONDAY, TODAY);
        week(THIS_MONDAY, 6, Coverage.PARTIAL, 3, Coverage.NONE);
        TrafficPoint soFar = new TrafficPoint(THIS_MONDAY, 16L, 6, 8L, null, true);
        assertThat(weeks(THIS_MONDAY, TODAY)).containsExactly(soFar);
        assertThat(weeks(THIS_MONDAY, TODAY.plusDays(10))).startsWith(soFar);
        clock.set(Instant.parse("2026-03-16T00:00:00Z"));
        assertThat(weeks(THIS_MONDAY, THIS_MONDAY.plusDays(6)))
                .containsExactly(new TrafficPoint(THIS_MONDAY, 16L, null, 8L, null, true));
    }

    @Test
    void uniquesOfAWholeWeekDoNotStandBesideCountsOfAPartOfIt() {
        days(MONDAY, TODAY);
        week(MONDAY, 9, Coverage.WHOLE, 5, Coverage.WHOLE);
        week(THIS_MONDAY, 6, Coverage.PARTIAL, 3, Coverage.PARTIAL);
        assertThat(weeks(TUESDAY, TODAY.minusDays(1)))
                .containsExactly(
                        new TrafficPoint(MONDAY, 24L, null, 12L, null, false),
                        new TrafficPoint(THIS_MONDAY, 12L, null, 6L, null, false));
    }

    @Test
    void aDayOfWhichOnlyTheClonesWereCollectedHasThoseAndIsPartial() {
        halfCovered(TUESDAY);
        assertThat(history.series(REPOSITORY, new DateRange(TUESDAY, TUESDAY), Interval.DAY))
                .containsExactly(new TrafficPoint(TUESDAY, null, null, 2L, 1, true));
    }

    @Test
    void aWeeksSumIsNullOnlyWhereNothingOfItWasCollected() {
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, null, null, null, null, false));
        halfCovered(TUESDAY);
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, null, null, 2L, null, true));
        days(SUNDAY, SUNDAY);
        assertThat(weeks(MONDAY, SUNDAY)).containsExactly(new TrafficPoint(MONDAY, 4L, null, 4L, null, true));
    }

    @Test
    void theRecentDaysHaveNoViewsWhereThoseWereNotCollected() {
        days(TODAY.minusDays(2), TODAY.minusDays(2));
        halfCovered(TODAY.minusDays(1));
        DateRange fortnight = new DateRange(TODAY.minusDays(14), TODAY.minusDays(1));
        assertThat(sums.dailyViews(List.of(REPOSITORY), fortnight).get(REPOSITORY))
                .hasSize(14)
                .startsWith(null, null)
                .endsWith(4, (Integer) null);
        assertThat(sums.recent(List.of(REPOSITORY))).containsEntry(REPOSITORY, new Totals(4L, 4L));
        traffic.merge(8, List.of(new PeriodNumbers(MONDAY, 0, 0, Coverage.NONE, 2, 1, Coverage.WHOLE)));
        assertThat(sums.recent(List.of(8))).containsEntry(8, new Totals(null, 2L));
    }

    @Test
    void theFileHasEmptyFieldsForWhatWasNotCollectedOfADay() throws SQLException, IOException {
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O')",
                "update repos set rname = 'widgets' where rid = 7");
        days(MONDAY, MONDAY);
        halfCovered(TUESDAY);
        traffic.merge(
                REPOSITORY,
                List.of(
                        new PeriodNumbers(TUESDAY.plusDays(1), 4, 3, Coverage.WHOLE, 0, 0, Coverage.NONE),
                        new PeriodNumbers(TUESDAY.plusDays(2), 4, 3, Coverage.WHOLE, 2, 1, Coverage.PARTIAL)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        export.write(catalog.withIds(List.of(REPOSITORY)), new DateRange(MONDAY, SUNDAY), Interval.DAY, file);
        assertThat(file.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "7,2026-03-02,4,3,2,1,acme,widgets,0",
                        "7,2026-03-03,,,2,1,acme,widgets,0",
                        "7,2026-03-04,4,3,,,acme,widgets,0",
                        "7,2026-03-05,4,3,2,1,acme,widgets,1");
    }

    @Test
    void aWeekOfWhichOnlyAPartIsAskedForIsPartialInTheFile() throws SQLException, IOException {
        database.run(
                "insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'O')",
                "update repos set oid = 1 where rid in (7, 8)");
        days(MONDAY.minusDays(7), SUNDAY);
        week(MONDAY.minusDays(7), 9, Coverage.WHOLE, 5, Coverage.WHOLE);
        week(MONDAY, 9, Coverage.WHOLE, 5, Coverage.WHOLE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DateRange range = new DateRange(MONDAY.minusDays(5), SUNDAY);
        export.write(catalog.withIds(List.of(REPOSITORY, 8)), range, Interval.WEEK, file);
        assertThat(file.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly("7,2026-02-23,20,,10,,acme,seven,1", "7,2026-03-02,28,9,14,5,acme,seven,0");
    }

    /** Whole days of 4 views, 3 visitors, 2 clones and 1 cloner. */
    private void days(LocalDate from, LocalDate to) {
        traffic.merge(
                REPOSITORY,
                from.datesUntil(to.plusDays(1))
                        .map(day -> PeriodNumbers.whole(day, 4, 3, 2, 1))
                        .toList());
    }

    /** A day of 2 clones and 1 cloner whose views were not collected. */
    private void halfCovered(LocalDate day) {
        traffic.merge(REPOSITORY, List.of(new PeriodNumbers(day, 0, 0, Coverage.NONE, 2, 1, Coverage.WHOLE)));
    }

    private void week(LocalDate monday, int visitors, Coverage views, int cloners, Coverage clones) {
        traffic.mergeWeeks(
                REPOSITORY, List.of(new PeriodNumbers(monday, visitors, visitors, views, cloners, cloners, clones)));
    }

    private List<TrafficPoint> weeks(LocalDate from, LocalDate to) {
        return history.series(REPOSITORY, new DateRange(from, to), Interval.WEEK);
    }
}
