package ghtraffic.takeover.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.FutureDays;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.window.WindowStore;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenant 100, user 100 and repository 1 fit together; a test adds what does not. */
@ExtendWith(ArquillianExtension.class)
class FindingsIT {

    @Inject
    private Findings findings;

    @Inject
    private FindingRepair repair;

    @Inject
    private FutureDays futureDays;

    @Inject
    private TrafficStore traffic;

    @Inject
    private PopularityStore popularity;

    @Inject
    private WindowStore windows;

    @Inject
    private TestClock clock;

    @Inject
    private TestDatabase database;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.repository(1, "acme", "widgets");
        database.run(
                "insert into tenants (tid, ghuser, ghtoken) values (100, 'a', '')",
                "insert into tenantrepos (tid, rid) values (100, 1)",
                "insert into adminusers (aid, auser, email) values (100, 'Ann', 'ann@example.com')",
                "insert into adminroles (aid, role) values (100, 29)",
                "insert into admintenantreporoles (aid, tid, role, rid) values (100, 100, 4, null), (100, 100, 16, 1)",
                "insert into monthlysums (rid, tmonth, viewcount, clonecount, wholedays) values (1, 202601, 1, 1, 1)");
    }

    @Test
    void whatFitsTogetherIsNoFinding() {
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void repositoriesAndTrafficWithoutWhatTheyNeedAreNamedAndKept() throws SQLException {
        database.run(
                "insert into repos (rid, rname, ghserverid, oid, schedule) values (2, 'two', 1, 99, 0), (3, 'three', 9, 1, 0)",
                "insert into monthlysums (rid, tmonth, viewcount, clonecount, wholedays)"
                        + " values (4711, 202001, 1, 1, 1), (4711, 202003, 1, 1, 1)");
        assertThat(rows(FindingKind.REPOSITORY_WITHOUT_OWNER)).containsExactly("repository 2 (two) names owner 99");
        assertThat(rows(FindingKind.REPOSITORY_WITHOUT_SERVER))
                .containsExactly("repository 3 (three) names GitHub server 9");
        assertThat(rows(FindingKind.TRAFFIC_WITHOUT_REPOSITORY))
                .containsExactly("repository 4711: months 202001 to 202003");
        assertThat(findings.all())
                .hasSize(3)
                .noneMatch(finding -> finding.kind().isRepairable());
        assertThatThrownBy(() -> repair.repair(FindingKind.TRAFFIC_WITHOUT_REPOSITORY))
                .hasStackTraceContaining("an operator has to repair");
    }

    @Test
    void daysToComeAreRemovedWithAllThatBelongsToThem() throws SQLException {
        LocalDate today = LocalDate.of(2026, 3, 12);
        clock.set(today.atTime(10, 0).toInstant(ZoneOffset.UTC));
        traffic.merge(1, List.of(day(today, 5), day(today.plusDays(1), 6), day(today.plusYears(1), 7)));
        traffic.mergeWeeks(1, List.of(day(today.plusYears(1), 7)));
        database.run(
                "insert into popularity (rid, tdate, stars, forks, openissues) values (1, '2026-03-12', 1, 1, 1), (1, '2027-03-12', 2, 2, 2)",
                "insert into windowtotals (rid, tdate, viewcount) values (1, '2026-03-12', 1), (1, '2027-03-12', 2)");
        assertThat(futureDays.count()).isEqualTo(2);
        assertThat(rows(FindingKind.FUTURE_DAY)).containsExactly("repository 1: 2 days, from 2026-03-13");
        assertThat(popularity.newest(List.of(1)).values())
                .extracting(PopularityNumbers::stars)
                .containsExactly(1);
        assertThat(windows.last(1).views()).isEqualTo(1);

        repair.repair(FindingKind.FUTURE_DAY);

        assertThat(findings.all()).isEmpty();
        for (String table : List.of("repotraffic", "popularity", "windowtotals")) {
            assertThat(database.rows("select tdate from " + table)).as(table).containsExactly("2026-03-12");
        }
        assertThat(database.rows("select count(*) from weeklytraffic")).containsExactly("0");
        assertThat(database.rows("select tmonth, viewcount from monthlysums where tmonth > 202601"))
                .containsExactly("202603 5");
    }

    private static PeriodNumbers day(LocalDate start, int views) {
        return PeriodNumbers.whole(start, views, 1, 1, 1);
    }

    @Test
    void accessAndRolesForNobodyAreRemovedAndNothingElse() throws SQLException {
        database.run(
                "insert into adminroles (aid, role) values (999, 1)",
                "insert into admintenantreporoles (aid, tid, role, rid) values (999, 100, 8, null), (100, 998, 8, null),"
                        + " (100, 100, 16, 997)");
        assertThat(rows(FindingKind.GRANT_FOR_NOBODY))
                .containsExactlyInAnyOrder(
                        "user 100, all repositories of tenant 998",
                        "user 100, tenant 100, repository 997",
                        "user 999, all repositories of tenant 100");
        assertThat(rows(FindingKind.ROLE_FOR_NOBODY)).containsExactly("user 999, sum of roles 1");

        repair.repair(FindingKind.GRANT_FOR_NOBODY);
        repair.repair(FindingKind.ROLE_FOR_NOBODY);

        assertThat(findings.all()).isEmpty();
        assertThat(database.rows("select aid, tid, role, rid from admintenantreporoles order by role"))
                .containsExactly("100 100 4 null", "100 100 16 1");
        assertThat(database.rows("select aid, role from adminroles"))
                .as("what only the missing tenant gave is gone")
                .containsExactly("100 21");
        assertThat(database.rows("select deed, about, afterwards from auditlog order by auditid"))
                .containsExactly(
                        "finding.repair access for nobody 3 rows removed",
                        "finding.repair roles for nobody 1 rows removed");
    }

    @Test
    void trackingByNobodyIsRemovedAndTheTrafficStays() throws SQLException {
        database.run(
                "insert into tenantrepos (tid, rid) values (999, 1), (100, 996)",
                "insert into repotraffic (rid, tdate, viewcount) values (996, '2026-01-01', 1)");
        assertThat(rows(FindingKind.TRACKING_OF_NOTHING))
                .containsExactly("tenant 100, repository 996", "tenant 999, repository 1");
        repair.repair(FindingKind.TRACKING_OF_NOTHING);
        assertThat(database.rows("select tid, rid from tenantrepos")).containsExactly("100 1");
        assertThat(database.rows("select rid from repotraffic")).containsExactly("996");
    }

    @Test
    void theFirstHundredAreNamed() throws SQLException {
        for (int user = 1000; user < 1120; user++) {
            database.run("insert into adminroles (aid, role) values (" + user + ", 1)");
        }
        assertThat(findings.all()).singleElement().satisfies(finding -> {
            assertThat(finding.count()).isEqualTo(120);
            assertThat(finding.rows()).hasSize(100);
            assertThat(finding.more()).isEqualTo(20);
        });
    }

    private List<String> rows(FindingKind kind) {
        return findings.all().stream()
                .filter(finding -> finding.kind() == kind)
                .flatMap(finding -> finding.rows().stream())
                .map(Message::english)
                .toList();
    }
}
