package ghtraffic.takeover.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repositories 1 and 2 are one, written in different case, and so are their owners. */
@ExtendWith(ArquillianExtension.class)
class TwinsIT {

    @Inject
    private Twins twins;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        database.repository(1, "acme", "widgets");
        database.repository(2, "ACME", "Widgets");
        database.repository(3, "acme", "gadgets");
    }

    @Test
    void ofEachDayTheLargerNumbersStay() throws SQLException {
        database.run(
                "insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete, cincomplete)"
                        + " values (1, '2026-01-01', 5, 1, 4, 1, 0, 0), (2, '2026-01-01', 3, 2, 9, 1, 0, 0),"
                        + " (2, '2026-01-02', 7, 7, 0, 0, 1, 2), (3, '2026-01-02', 1, 1, 1, 1, 0, 0)");
        database.run("insert into monthlysums (rid, tmonth, viewcount, clonecount, wholedays)"
                + " values (1, 202601, 5, 4, 1), (2, 202601, 10, 9, 1), (3, 202601, 1, 1, 1)");
        database.run("insert into weeklytraffic (rid, tdate, viewcount, vuniques) values (1, '2025-12-29', 6, 1),"
                + " (2, '2025-12-29', 4, 3)");

        assertThat(twins.merge()).isEqualTo(Map.of(2, 1));

        assertThat(database.rows("select rid, tdate, viewcount, vuniques, clonecount, cuniques, incomplete, cincomplete"
                        + " from repotraffic order by rid, tdate"))
                .containsExactly("1 2026-01-01 5 2 9 1 0 0", "1 2026-01-02 7 7 0 0 1 2", "3 2026-01-02 1 1 1 1 0 0");
        assertThat(database.rows("select rid, tmonth, viewcount, clonecount from monthlysums order by rid"))
                .containsExactly("1 202601 12 9", "3 202601 1 1");
        assertThat(database.rows("select rid, viewcount, vuniques from weeklytraffic"))
                .containsExactly("1 6 3");
        assertThat(database.rows("select rid from repos order by rid")).containsExactly("1", "3");
        assertThat(database.rows("select deed, about, beforehand from auditlog"))
                .containsExactly("repository.merge repository 1 (acme/widgets) repository 2 (ACME/Widgets)");
        assertThat(twins.merge()).isEmpty();
    }

    @Test
    void everythingElseMoves() throws SQLException {
        database.run(
                "insert into tenants (tid, ghuser, ghtoken) values (10, 'a', ''), (11, 'b', '')",
                "insert into tenantrepos (tid, rid) values (10, 1), (10, 2), (11, 2)",
                "insert into adminusers (aid, auser, email) values (20, 'Ann', 'ann@example.com')",
                "insert into admintenantreporoles (aid, tid, role, rid) values (20, 10, 16, 1), (20, 10, 16, 2),"
                        + " (20, 11, 16, 2), (20, 11, 4, null)",
                "insert into popularlists (rid, tdate, kind) values (1, '2026-01-01', 'r'), (2, '2026-01-01', 'r'),"
                        + " (2, '2026-01-02', 'p')",
                "insert into referrers (rid, tdate, place, referrer, viewcount, vuniques) values"
                        + " (1, '2026-01-01', 1, 'one', 1, 1), (2, '2026-01-01', 1, 'two', 1, 1),"
                        + " (2, '2026-01-01', 2, 'three', 1, 1)",
                "insert into paths (rid, tdate, place, path, title, viewcount, vuniques)"
                        + " values (2, '2026-01-02', 1, '/', 'x', 1, 1)",
                "insert into notes (rid, tid, tdate, words, author, writtenat)"
                        + " values (2, 10, '2026-01-01', 'x', 'ann@example.com', '2026-01-01 00:00:00')",
                "insert into repohealth (rid, lastattempt, state) values (2, '2026-01-01 00:00:00', 'ok')",
                "insert into repoparts (rid, part, lastattempt, state) values (1, 'VIEWS', '2026-01-02 00:00:00', 'ok'),"
                        + " (2, 'VIEWS', '2026-01-01 00:00:00', 'ok'), (2, 'CLONES', '2026-01-01 00:00:00', 'ok')",
                "insert into releases (rid, releaseid, tag, publishedat) values (2, 5, 'v1', '2026-01-01 00:00:00')",
                "insert into releaseassets (rid, assetid, releaseid, name) values (2, 6, 5, 'x.jar')",
                "insert into assetdownloads (rid, assetid, tdate, downloads) values (2, 6, '2026-01-01', 4)");

        twins.merge();

        for (String table : tablesOfRepositories()) {
            assertThat(database.rows("select count(*) from " + table + " where rid = 2"))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(database.rows("select tid, rid from tenantrepos order by tid"))
                .containsExactly("10 1", "11 1");
        assertThat(database.rows("select aid, tid, role, rid from admintenantreporoles order by tid, role"))
                .containsExactly("20 10 16 1", "20 11 4 null", "20 11 16 1");
        assertThat(database.rows("select rid, place, referrer from referrers"))
                .as("a list of one day stays one list")
                .containsExactly("1 1 one");
        assertThat(database.rows("select rid, path from paths")).containsExactly("1 /");
        assertThat(database.rows("select rid, words from notes")).containsExactly("1 x");
        assertThat(database.rows("select rid, state from repohealth")).containsExactly("1 ok");
        assertThat(database.rows("select part from repoparts where rid = 1 order by part"))
                .containsExactly("CLONES", "VIEWS");
        assertThat(database.rows("select downloads from assetdownloads where rid = 1"))
                .containsExactly("4");
    }

    /** Whoever adds a table with a repository finds out here that twins have to take it along. */
    @Test
    void everyTableOfRepositoriesIsKnown() throws SQLException {
        Set<String> known = new TreeSet<>(TwinMerge.MOVED.keySet());
        known.addAll(TwinMerge.MERGED);
        known.add("repos");
        assertThat(tablesOfRepositories()).isEqualTo(known);
    }

    @Test
    void theRowWithGitHubsNumberStaysAndDifferentNumbersAreDifferentRepositories() throws SQLException {
        database.run("update repos set githubid = 77 where rid = 2");
        assertThat(twins.find()).containsExactly(new Twins.Twin(1, "acme/widgets", 2, "ACME/Widgets"));
        database.run("update repos set githubid = 78 where rid = 1");
        assertThat(twins.merge()).isEmpty();
        database.run(
                "update repos set githubid = null, ghserverid = 2 where rid = 1",
                "insert into ghservers" + " (ghserverid, serveruri) values (2, 'github.example.com')");
        assertThat(twins.merge()).as("on different servers").isEmpty();
    }

    @Test
    void serversThatMergeAtOnceMergeOnce() throws Exception {
        database.run("insert into repotraffic (rid, tdate, viewcount) values (2, '2026-01-01', 3)");
        List<Object> results = atOnce.call(3, i -> twins.merge());
        assertThat(results)
                .allMatch(Map.class::isInstance)
                .filteredOn(Map.of(2, 1)::equals)
                .hasSize(1);
        assertThat(database.rows("select rid, viewcount from repotraffic")).containsExactly("1 3");
    }

    private Set<String> tablesOfRepositories() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (columns.getString("COLUMN_NAME").equalsIgnoreCase("rid") && !table.startsWith("v_")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
