package ghtraffic.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.warnings.CredentialWarning;
import ghtraffic.collection.warnings.CredentialWarnings;
import ghtraffic.container.CountsQueries;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.identity.Viewer;
import ghtraffic.identity.ViewerRights;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.RangePreset;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.series.ComparedTotals;
import ghtraffic.traffic.series.MultiSeries;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overview: what is in it, in which order, and that a thousand repositories cost no more statements than four. */
@ExtendWith(ArquillianExtension.class)
class OverviewBuilderIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final ResolvedRange WEEK =
            RangeChoice.DEFAULT.with(RangePreset.WEEK).at(TODAY, null);

    @Inject
    private OverviewBuilder builder;

    @Inject
    private Catalog catalog;

    @Inject
    private MultiSeries series;

    @Inject
    private CredentialWarnings warnings;

    @Inject
    private ViewerRights rights;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    /** Ann sees a/one to d/four: one grew from 7 to 14 views, two has only this week, three a gap, and four nothing. */
    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        database.run(
                "insert into tenants (tid, fname, ghuser, ghtoken) values (1, 'One', 'one', 'x')",
                "insert into adminusers (aid, auser, email) values (5, 'Ann', 'ann@example.com')",
                "insert into admintenantreporoles (aid, tid, role) values (5, 1, 8)");
        repository(1, "a", "one");
        repository(2, "b", "two");
        repository(3, "c", "three");
        repository(4, "d", "four");
        days(1, TODAY.minusDays(14), 7, 1);
        days(1, TODAY.minusDays(7), 8, 2);
        days(2, TODAY.minusDays(7), 7, 100);
        days(3, TODAY.minusDays(14), 6, 5);
        days(3, TODAY.minusDays(7), 7, 50);
        database.run(
                "insert into popularity (rid, tdate, stars, forks, openissues) values (1, '2026-03-11', 7, 1, 0),"
                        + " (3, '2026-01-01', 70, 1, 0)",
                "insert into windowtotals (rid, tdate, viewcount, vuniques) values (2, '2026-03-11', 700, 60)");
        for (String health :
                List.of("1, 'ok', null", "2, 'failed', 'No way'", "4, 'failed', 'No way'", "3, 'partly', 'Soon'")) {
            database.run("insert into repohealth (rid, state, message, lastattempt, failures) values (" + health
                    + ", '2026-03-12 09:00:00', 0)");
        }
    }

    @Test
    void theSumsAreOfAllAndTheirChangeOfThoseThatCanBeCompared() {
        Overview overview = overview("", "name");
        assertThat(overview.count()).isEqualTo(4);
        assertThat(overview.collected()).isEqualTo(3);
        assertThat(overview.compared()).isEqualTo(1);
        assertThat(overview.totals().views()).isEqualTo(14 + 700 + 350);
        assertThat(overview.totals().viewsChange().text(Locale.ENGLISH)).isEqualTo("+100\u00a0%");
        assertThat(overview("thr", "name").totals()).isEqualTo(overview.totals());
    }

    @Test
    void eachRowHasItsChangeOrWhyItHasNone() {
        List<OverviewRow> rows = overview("", "name").rows();
        assertThat(rows)
                .extracting(row -> row.totals() == null
                        ? "nothing"
                        : row.totals().views()
                                + row.totals().viewsChange().text(Locale.ENGLISH)
                                + row.totals().viewsChange().remark(Locale.ENGLISH))
                .containsExactly(
                        "14+100\u00a0%",
                        "700not comparable: 7 days of the two periods not wholly collected",
                        "350not comparable: 1 day of the two periods not wholly collected",
                        "nothing");
        assertThat(rows).extracting(OverviewRow::stars).containsExactly(7, null, 70, null);
        assertThat(rows).extracting(OverviewRow::visitors).containsExactly(null, 60, null, null);
        assertThat(rows.get(1).sparkline()).startsWith("M").hasSizeGreaterThan(20);
        assertThat(rows.get(3).sparkline()).isEmpty();
    }

    @Test
    void ofWhatOnlyTheClonesWereCollectedTheViewsAreNoZero() throws SQLException {
        database.run("insert into repotraffic (rid, tdate, viewcount, clonecount, incomplete)"
                + " values (4, '2026-03-10', 0, 3, 2)");
        ComparedTotals totals =
                Objects.requireNonNull(overview("", "name").rows().get(3).totals());
        assertThat(totals.views()).isNull();
        assertThat(totals.clones()).isEqualTo(3);
        assertThat(names("-views")).endsWith("four");
    }

    @Test
    void todayCountsNowhere() throws SQLException {
        days(1, TODAY, 1, 1_000);
        assertThat(overview("", "name").totals().views()).isEqualTo(14 + 700 + 350);
    }

    @Test
    void theListIsOrderedByEachColumn() {
        assertThat(names("name")).containsExactly("one", "two", "three", "four");
        assertThat(names("-views")).containsExactly("two", "three", "one", "four");
        assertThat(names("-clones")).containsExactly("two", "three", "one", "four");
        assertThat(names("trend")).containsExactly("one", "two", "three", "four");
        assertThat(names("-stars")).containsExactly("three", "one", "two", "four");
        assertThat(names("-visitors")).containsExactly("two", "one", "three", "four");
        assertThat(names("-health")).containsExactly("two", "four", "three", "one");
    }

    @Test
    void theSameReasonIsToldOnceAndTheWorstFirst() {
        List<CollectionProblem> troubles = overview("", "name").troubles();
        assertThat(troubles).extracting(problem -> problem.message().english()).containsExactly("No way", "Soon");
        assertThat(troubles.get(0).named()).extracting(TrackedRepository::name).containsExactly("two", "four");
        assertThat(troubles.get(0).more()).isZero();
    }

    @Test
    void allBeginsWithTheFirstDayOfAny() {
        assertThat(series.firstDay(List.of(1, 2, 3, 4))).isEqualTo(TODAY.minusDays(14));
        assertThat(series.firstDay(List.of(2))).isEqualTo(TODAY.minusDays(7));
        assertThat(series.firstDay(List.of(4))).isNull();
    }

    @Test
    void whoManagesATenantIsToldWhichTokenEnds() throws SQLException {
        database.run(
                "insert into tenants (tid, fname, ghuser, ghtoken) values (2, 'Two', 'two', 'x'), (3, 'Three', 'three', 'x'),"
                        + " (4, 'Four', 'four', 'x')",
                "insert into admintenantreporoles (aid, tid, role) values (5, 2, 4), (5, 3, 4), (5, 4, 8)",
                "insert into tenantrepos (tid, rid) values (3, 1)",
                "insert into credentialhealth (tid, expiresat, seenat) values"
                        + " (2, '2026-03-20 00:00:00', '2026-03-12 09:00:00'),"
                        + " (3, '2026-03-12 09:00:00', '2026-03-12 09:00:00'),"
                        + " (4, '2026-03-13 00:00:00', '2026-03-12 09:00:00')");
        CredentialWarning three = new CredentialWarning(3, "Three", TODAY, 0, true);
        Viewer ann = rights.viewer("ann@example.com");
        assertThat(warnings.of(ann))
                .containsExactly(three, new CredentialWarning(2, "Two", LocalDate.of(2026, 3, 20), 8, false));
        assertThat(warnings.of(ann, 1)).containsExactly(three);
        assertThat(warnings.of(ann, 2)).isEmpty();
    }

    @Test
    @CountsQueries
    void aThousandRepositoriesCostNoMoreStatementsThanFour() throws SQLException {
        List<String> orders = List.of("name", "-views", "-trend", "-clones", "-visitors", "-stars", "-health");
        List<Long> few = orders.stream().map(this::statements).toList();
        for (int id = 10; id < 1_006; id++) {
            repository(id, "owner" + id, "more");
            database.run("insert into repohealth (rid, state, message, lastattempt, failures) values (" + id
                    + ", 'failed', 'Reason " + id % 9 + "', '2026-03-12 09:00:00', 1)");
        }
        Overview overview = overview("", "-health");
        assertThat(overview.count()).isEqualTo(1_000);
        assertThat(overview.rows()).hasSize(50);
        assertThat(overview.troubles()).hasSize(5);
        assertThat(overview.troubles().get(0).more()).isGreaterThan(100);
        assertThat(orders.stream().map(this::statements).toList()).isEqualTo(few);
        assertThat(few).allMatch(count -> count > 0);
    }

    private long statements(String order) {
        return database.queries(() -> overview("", order));
    }

    private void repository(int id, String owner, String name) throws SQLException {
        database.repository(id, owner, name);
        database.run("insert into tenantrepos (tid, rid) values (1, %d)".formatted(id));
    }

    private void days(int id, LocalDate first, int count, int views) throws SQLException {
        for (LocalDate day = first; day.isBefore(first.plusDays(count)); day = day.plusDays(1)) {
            database.run("delete from repotraffic where rid = %d and tdate = '%s'".formatted(id, day));
            database.run("insert into repotraffic (rid, tdate, viewcount, clonecount) values (%d, '%s', %d, %d)"
                    .formatted(id, day, views, views));
        }
    }

    private List<String> names(String order) {
        return overview("", order).rows().stream()
                .map(row -> row.repository().name())
                .toList();
    }

    private Overview overview(String search, String order) {
        Viewer ann = rights.viewer("ann@example.com");
        List<Integer> visible = catalog.idsVisibleTo(ann, RepositoryFilter.ALL);
        return Objects.requireNonNull(builder.of(
                ann,
                visible,
                WEEK,
                RepositoryFilter.called(search),
                RepositoryOrder.of(order).orElseThrow(),
                0));
    }
}
