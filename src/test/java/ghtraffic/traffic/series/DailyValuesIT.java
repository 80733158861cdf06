package ghtraffic.traffic.series;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.CountsQueries;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.ranges.ComparisonPeriod;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.RangePreset;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.releases.ReleaseHistory;
import ghtraffic.traffic.releases.ReleaseItem;
import ghtraffic.traffic.releases.ReleaseItem.Asset;
import ghtraffic.traffic.releases.ReleaseItem.Downloads;
import ghtraffic.traffic.releases.ReleaseNumbers;
import ghtraffic.traffic.releases.ReleaseNumbers.AssetNumbers;
import ghtraffic.traffic.releases.ReleaseStore;
import ghtraffic.traffic.sources.PathItem;
import ghtraffic.traffic.sources.ReferrerItem;
import ghtraffic.traffic.sources.SourceList;
import ghtraffic.traffic.sources.SourceStore;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowPoint;
import ghtraffic.traffic.window.WindowStore;
import ghtraffic.traffic.window.WindowUniques;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept once a day beside views and clones is read as it was collected, and only where it was. */
@ExtendWith(ArquillianExtension.class)
class DailyValuesIT {

    private static final int REPOSITORY = 7;
    private static final int ANOTHER = 8;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final DateRange WEEK = new DateRange(MONDAY, MONDAY.plusDays(6));

    @Inject
    private WindowStore windows;

    @Inject
    private SourceStore snapshots;

    @Inject
    private PopularityStore popularity;

    @Inject
    private ReleaseStore downloads;

    @Inject
    private ReleaseHistory releases;

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
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void windowsArePointsOfTheCollectedDaysOfTheRange() {
        windows.store(REPOSITORY, MONDAY.minusDays(1), new WindowNumbers(9, 9, 9, 9));
        windows.store(REPOSITORY, WEDNESDAY, new WindowNumbers(110, 51, 0, 0));
        windows.store(REPOSITORY, MONDAY, new WindowNumbers(100, 50, 30, 20));
        windows.store(ANOTHER, MONDAY, new WindowNumbers(1, 1, 1, 1));
        assertThat(windows.series(REPOSITORY, WEEK))
                .containsExactly(new WindowPoint(MONDAY, 100, 50, 30, 20), new WindowPoint(WEDNESDAY, 110, 51, 0, 0));
        assertThat(windows.series(9, WEEK)).isEmpty();
    }

    @Test
    void ofAWindowTheHalfThatGitHubDidNotGiveIsNull() {
        windows.store(REPOSITORY, MONDAY, new WindowNumbers(100, 50, null, null));
        windows.store(REPOSITORY, TUESDAY, new WindowNumbers(null, null, 30, 20));
        windows.store(REPOSITORY, TUESDAY, new WindowNumbers(90, 45, null, null));
        assertThat(windows.series(REPOSITORY, WEEK))
                .containsExactly(
                        new WindowPoint(MONDAY, 100, 50, null, null), new WindowPoint(TUESDAY, 90, 45, 30, 20));
    }

    @Test
    void theNewestTotalsAreTodaysElseYesterdays() throws SQLException {
        database.run("insert into repos (rid, rname, ghserverid, oid, schedule)"
                + " values (7, 'seven', 1, 1, 0), (8, 'eight', 1, 1, 0), (9, 'nine', 1, 1, 0)");
        windows.store(REPOSITORY, MONDAY, new WindowNumbers(1, 1, 1, 1));
        windows.store(REPOSITORY, TUESDAY, new WindowNumbers(2, 2, 2, 2));
        windows.store(ANOTHER, MONDAY, new WindowNumbers(3, 3, 3, 3));
        windows.store(9, MONDAY.minusDays(1), new WindowNumbers(4, 4, 4, 4));
        assertThat(windows.newest(List.of(REPOSITORY, ANOTHER, 9, 10), TUESDAY))
                .containsOnly(
                        Map.entry(REPOSITORY, new WindowNumbers(2, 2, 2, 2)),
                        Map.entry(ANOTHER, new WindowNumbers(3, 3, 3, 3)));
        assertThat(windows.newest(List.of(), TUESDAY)).isEmpty();
    }

    @Test
    void theUniquesOfARangeAreThoseOfTheLastFourteenDaysThatEndInIt() {
        LocalDate today = LocalDate.of(2026, 3, 12);
        windows.store(REPOSITORY, LocalDate.of(2026, 1, 1), new WindowNumbers(80, 8, 4, 2));
        windows.store(REPOSITORY, LocalDate.of(2026, 1, 29), new WindowNumbers(120, 12, 5, 3));
        windows.store(REPOSITORY, today, new WindowNumbers(900, 90, 9, 9));
        ResolvedRange january = new RangeChoice(
                        RangePreset.CUSTOM,
                        LocalDate.of(2026, 1, 4),
                        LocalDate.of(2026, 1, 31),
                        ComparisonPeriod.PREVIOUS,
                        null)
                .at(today, null);
        assertThat(windows.uniques(REPOSITORY, january))
                .contains(new WindowUniques(
                        LocalDate.of(2026, 1, 29),
                        LocalDate.of(2026, 1, 1),
                        12,
                        3,
                        Change.between(12, 8),
                        Change.between(3, 2)));
        ResolvedRange february =
                RangeChoice.DEFAULT.with(RangePreset.LAST_MONTH).at(today, null);
        assertThat(windows.uniques(REPOSITORY, february)).as("none ended there").isEmpty();
        ResolvedRange week = RangeChoice.DEFAULT.with(RangePreset.WEEK).at(today, null);
        assertThat(windows.uniques(REPOSITORY, week))
                .as("only today so far")
                .map(WindowUniques::on)
                .contains(today);
        windows.store(REPOSITORY, today.minusDays(1), new WindowNumbers(800, 80, 8, 8));
        assertThat(windows.uniques(REPOSITORY, week))
                .as("today is not counted")
                .map(WindowUniques::visitors)
                .contains(80);
    }

    @Test
    void aListIsThatOfTheDayOrOfTheNewestDayBeforeIt() {
        snapshots.storeReferrers(REPOSITORY, MONDAY, List.of(referrer("Google", 9), referrer("Bing", 3)));
        snapshots.storeReferrers(REPOSITORY, WEDNESDAY, List.of());
        snapshots.storeReferrers(ANOTHER, TUESDAY, List.of(referrer("t.co", 1)));
        snapshots.storePaths(REPOSITORY, TUESDAY, List.of(new PathItem("/a", "A", 5, 2)));
        assertThat(snapshots.referrers(REPOSITORY, MONDAY.minusDays(1))).isEmpty();
        SourceList<ReferrerItem> monday = new SourceList<>(MONDAY, List.of(referrer("Google", 9), referrer("Bing", 3)));
        assertThat(snapshots.referrers(REPOSITORY, MONDAY)).contains(monday);
        assertThat(snapshots.referrers(REPOSITORY, TUESDAY)).contains(monday);
        assertThat(snapshots.referrers(REPOSITORY, WEDNESDAY)).contains(new SourceList<>(WEDNESDAY, List.of()));
        assertThat(snapshots.referrers(REPOSITORY, WEEK))
                .containsExactly(monday, new SourceList<>(WEDNESDAY, List.of()));
        assertThat(snapshots.paths(REPOSITORY, WEEK))
                .containsExactly(new SourceList<>(TUESDAY, List.of(new PathItem("/a", "A", 5, 2))));
    }

    @Test
    void popularityIsReadForTheCollectedDaysOfTheRange() {
        PopularityNumbers monday = new PopularityNumbers(MONDAY, 10, 2, null, 4);
        PopularityNumbers wednesday = new PopularityNumbers(WEDNESDAY, 12, 2, 3, 0);
        popularity.store(REPOSITORY, wednesday);
        popularity.store(REPOSITORY, monday);
        popularity.store(REPOSITORY, new PopularityNumbers(MONDAY.minusDays(1), 9, 9, 9, 9));
        popularity.store(ANOTHER, new PopularityNumbers(TUESDAY, 9, 9, 9, 9));
        assertThat(popularity.series(REPOSITORY, WEEK)).containsExactly(monday, wednesday);
        assertThat(popularity.series(9, WEEK)).isEmpty();
        assertThat(popularity.before(REPOSITORY, WEDNESDAY)).contains(monday);
        assertThat(popularity.before(REPOSITORY, MONDAY.minusDays(1))).isEmpty();
        assertThat(popularity.before(9, WEDNESDAY)).isEmpty();
    }

    @Test
    void releasesAreReadLatestFirstWithTheCountsThatHadChanged() {
        downloads.store(REPOSITORY, MONDAY, List.of(release(1, "Old", 4), release(2, null, 0)));
        downloads.store(REPOSITORY, TUESDAY, List.of(release(1, "Old", 4), release(2, null, 3)));
        downloads.store(REPOSITORY, WEDNESDAY, List.of(release(2, null, 5)));
        downloads.store(REPOSITORY, WEDNESDAY, List.of(release(2, null, 6)));
        downloads.store(ANOTHER, TUESDAY, List.of(release(3, "Other", 9)));
        assertThat(releases.releases(REPOSITORY))
                .containsExactly(
                        published(
                                2,
                                null,
                                new Downloads(MONDAY, 0),
                                new Downloads(TUESDAY, 3),
                                new Downloads(WEDNESDAY, 6)),
                        published(1, "Old", new Downloads(MONDAY, 4)));
        assertThat(releases.releases(9)).isEmpty();
    }

    @Test
    void aReleaseWithoutATitleOrFilesIsReadAsSuch() throws SQLException {
        database.run("insert into releases (rid, releaseid, tag, name, publishedat)"
                + " values (7, 1, 'v1', null, '2026-01-01 00:00:00'), (7, 2, 'v2', '', '2026-01-01 00:00:00')");
        assertThat(releases.releases(REPOSITORY))
                .containsExactly(
                        new ReleaseItem(2, "v2", null, Instant.parse("2026-01-01T00:00:00Z"), List.of()),
                        new ReleaseItem(1, "v1", null, Instant.parse("2026-01-01T00:00:00Z"), List.of()));
    }

    @Test
    @CountsQueries
    void moreReleasesCostNoMoreStatements() throws SQLException {
        downloads.store(REPOSITORY, MONDAY, List.of(release(1, "First", 4)));
        long few = statements();
        downloads.store(
                REPOSITORY,
                TUESDAY,
                IntStream.range(2, 60).mapToObj(id -> release(id, "More", 4)).toList());
        assertThat(statements()).isEqualTo(few).isPositive();
        assertThat(releases.releases(REPOSITORY)).hasSize(59);
    }

    private long statements() {
        return database.queries(() -> releases.releases(REPOSITORY));
    }

    /** Release 1 was published on 1 January at half past twelve UTC, and so on. Its file has ten times its number. */
    private static Instant publishedAt(int id) {
        return Instant.parse("2026-01-01T12:30:00Z").plus(id - 1L, ChronoUnit.DAYS);
    }

    private static ReleaseNumbers release(int id, @Nullable String name, long count) {
        return new ReleaseNumbers(
                id, "v" + id, name, publishedAt(id), List.of(new AssetNumbers(id * 10L, "file" + id, count)));
    }

    private static ReleaseItem published(int id, @Nullable String name, Downloads... counts) {
        return new ReleaseItem(
                id, "v" + id, name, publishedAt(id), List.of(new Asset(id * 10L, "file" + id, List.of(counts))));
    }

    private static ReferrerItem referrer(String name, int count) {
        return new ReferrerItem(name, count, 1);
    }
}
