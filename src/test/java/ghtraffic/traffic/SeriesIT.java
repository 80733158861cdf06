package ghtraffic.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
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

/** What is kept once a day beside views and clones is read as it was collected, and only where it was. */
@ExtendWith(ArquillianExtension.class)
class SeriesIT {

    private static final int REPOSITORY = 7;
    private static final int ANOTHER = 8;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final Range WEEK = new Range(MONDAY, MONDAY.plusDays(6));

    @Inject
    private TrafficLedger ledger;

    @Inject
    private WindowHistory windows;

    @Inject
    private Snapshots snapshots;

    @Inject
    private PopularityHistory popularity;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.with(SeriesIT.class);
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void windowsArePointsOfTheCollectedDaysOfTheRange() {
        ledger.keepWindow(REPOSITORY, MONDAY.minusDays(1), new WindowNumbers(9, 9, 9, 9));
        ledger.keepWindow(REPOSITORY, WEDNESDAY, new WindowNumbers(110, 51, 0, 0));
        ledger.keepWindow(REPOSITORY, MONDAY, new WindowNumbers(100, 50, 30, 20));
        ledger.keepWindow(ANOTHER, MONDAY, new WindowNumbers(1, 1, 1, 1));
        assertThat(windows.series(REPOSITORY, WEEK))
                .containsExactly(new WindowPoint(MONDAY, 100, 50, 30, 20), new WindowPoint(WEDNESDAY, 110, 51, 0, 0));
        assertThat(windows.series(9, WEEK)).isEmpty();
    }

    @Test
    void ofAWindowTheHalfThatGitHubDidNotGiveIsNull() {
        ledger.keepWindow(REPOSITORY, MONDAY, new WindowNumbers(100, 50, null, null));
        ledger.keepWindow(REPOSITORY, TUESDAY, new WindowNumbers(null, null, 30, 20));
        ledger.keepWindow(REPOSITORY, TUESDAY, new WindowNumbers(90, 45, null, null));
        assertThat(windows.series(REPOSITORY, WEEK))
                .containsExactly(
                        new WindowPoint(MONDAY, 100, 50, null, null), new WindowPoint(TUESDAY, 90, 45, 30, 20));
    }

    @Test
    void aListIsThatOfTheDayOrOfTheNewestDayBeforeIt() {
        snapshots.keepReferrers(REPOSITORY, MONDAY, List.of(referrer("Google", 9), referrer("Bing", 3)));
        snapshots.keepReferrers(REPOSITORY, WEDNESDAY, List.of());
        snapshots.keepReferrers(ANOTHER, TUESDAY, List.of(referrer("t.co", 1)));
        snapshots.keepPaths(REPOSITORY, TUESDAY, List.of(new PathItem("/a", "A", 5, 2)));
        assertThat(snapshots.referrers(REPOSITORY, MONDAY.minusDays(1))).isEmpty();
        Snapshot<ReferrerItem> monday = new Snapshot<>(MONDAY, List.of(referrer("Google", 9), referrer("Bing", 3)));
        assertThat(snapshots.referrers(REPOSITORY, MONDAY)).contains(monday);
        assertThat(snapshots.referrers(REPOSITORY, TUESDAY)).contains(monday);
        assertThat(snapshots.referrers(REPOSITORY, WEDNESDAY)).contains(new Snapshot<>(WEDNESDAY, List.of()));
        assertThat(snapshots.referrers(REPOSITORY, WEEK)).containsExactly(monday, new Snapshot<>(WEDNESDAY, List.of()));
        assertThat(snapshots.paths(REPOSITORY, WEEK))
                .containsExactly(new Snapshot<>(TUESDAY, List.of(new PathItem("/a", "A", 5, 2))));
    }

    @Test
    void popularityIsReadForTheCollectedDaysOfTheRange() {
        PopularityNumbers monday = new PopularityNumbers(MONDAY, 10, 2, null, 4);
        PopularityNumbers wednesday = new PopularityNumbers(WEDNESDAY, 12, 2, 3, 0);
        popularity.keep(REPOSITORY, wednesday);
        popularity.keep(REPOSITORY, monday);
        popularity.keep(REPOSITORY, new PopularityNumbers(MONDAY.minusDays(1), 9, 9, 9, 9));
        popularity.keep(ANOTHER, new PopularityNumbers(TUESDAY, 9, 9, 9, 9));
        assertThat(popularity.series(REPOSITORY, WEEK)).containsExactly(monday, wednesday);
        assertThat(popularity.series(9, WEEK)).isEmpty();
    }

    private static ReferrerItem referrer(String name, int count) {
        return new ReferrerItem(name, count, 1);
    }
}
