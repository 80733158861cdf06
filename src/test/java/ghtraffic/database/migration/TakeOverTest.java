package ghtraffic.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database as the earlier application left it, with what its missing keys let in. */
class TakeOverTest {
    private static final String[] ROWS = {
        "insert into ghorgusers (oid, username, usertype, email) values (5, 'ibm', 'O', 'x@ibm.com')",
        "insert into repos (rid, rname, ghserverid, oid, schedule) values (100, 'one', 1, 5, 0), (101, 'two', 1, 5, 0)",
        "insert into repotraffic values (100, '2026-01-01', 5, 2, 1, 9), (100, '2026-01-01', 3, 4, 8, 0),"
                + " (100, '2026-01-01', 3, 4, 8, 0), (100, '2026-01-02', 1, 1, 1, 1), (101, '2026-01-01', 7, 6, 5, 4)",
        "insert into repotraffic values (999, '2026-01-01', 42, 41, 40, 39)",
        "insert into repotraffic values (998, '2026-01-10', 1, 1, 0, 0), (998, '2026-01-11', 2, 1, 0, 0),"
                + " (998, '2026-01-20', 4, 1, 0, 0), (998, '2026-01-21', 8, 1, 0, 0), (998, '2026-01-31', 16, 1, 0, 0)",
        "insert into tenants (tid, fname, ghuser, ghtoken) values (100, 'Ann', 'ann', 'plain-text')",
        "insert into tenantrepos values (100, 100), (100, 100), (100, 101), (77, 999)",
        "insert into adminusers (aid, auser, email) values (100, 'Ann', 'ann@example.com')",
        "insert into adminroles values (100, 5), (100, 6), (100, 40), (200, 2), (300, 16), (300, 16)",
        "insert into admintenantreporoles values (100, 100, 4, null), (300, 100, 16, 101), (300, 100, 16, 101)",
        "insert into systemlog values (100, '2026-01-02 03:04:05', 2, 'ok'), (77, null, null, null)"
    };

    private static final Map<String, List<String>> AFTERWARDS = Map.ofEntries(
            Map.entry("select * from ghorgusers", List.of("5 ibm O x@ibm.com null")),
            Map.entry(
                    "select rid, rname, ghserverid, oid, schedule, githubid, createdat from repos order by rid",
                    List.of("100 one 1 5 0 null null", "101 two 1 5 0 null null")),
            Map.entry(
                    "select * from repotraffic where rid <> 998 order by rid, tdate",
                    List.of(
                            "100 2026-01-01 5 4 8 9 0 0",
                            "100 2026-01-02 1 1 1 1 0 0",
                            "101 2026-01-01 7 6 5 4 0 0",
                            "999 2026-01-01 42 41 40 39 0 0")),
            Map.entry(
                    "select rid, tmonth, viewcount, clonecount, wholedays from monthlysums order by rid, tmonth",
                    List.of("100 202601 6 9 2", "101 202601 7 5 1", "998 202601 31 0 5", "999 202601 42 40 1")),
            Map.entry(
                    "select rid, tdekad, viewcount, clonecount, wholedays from dekadsums order by rid, tdekad",
                    List.of(
                            "100 2026011 6 9 2",
                            "101 2026011 7 5 1",
                            "998 2026011 1 0 1",
                            "998 2026012 6 0 2",
                            "998 2026013 24 0 2",
                            "999 2026011 42 40 1")),
            Map.entry("select tid, fname, ghuser, ghtoken from tenants", List.of("100 Ann ann plain-text")),
            Map.entry("select * from tenantrepos order by tid, rid", List.of("77 999", "100 100", "100 101")),
            Map.entry("select aid, auser, email from adminusers", List.of("100 Ann ann@example.com")),
            Map.entry("select takeoverid, approvedat from takeover", List.of("1 null")),
            Map.entry("select * from adminroles order by aid", List.of("100 47", "200 2", "300 16")),
            Map.entry(
                    "select * from admintenantreporoles order by aid",
                    List.of("100 100 4 null", "300 100 16 101", "300 100 16 101")),
            Map.entry("select tid, numrepos, state from systemlog order by tid", List.of("77 null null", "100 2 ok")));

    @ParameterizedTest
    @EnumSource
    void keepsEveryValue(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = earlier(kind)) {
            database.run(ROWS);
            assertThat(SchemaMigration.migrate(database.dataSource())).isEqualTo(EmptyDatabase.migrations() - 1);
            for (Map.Entry<String, List<String>> expected : AFTERWARDS.entrySet()) {
                assertThat(database.rows(expected.getKey()))
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue());
            }
            assertThat(database.rows("select \"version\", \"type\" from \"flyway_schema_history\""
                            + " where \"version\" is not null order by \"installed_rank\""))
                    .startsWith("1 BASELINE", "2 SQL", "3 SQL");
            database.run("update tenants set ghtoken = '" + "x".repeat(2048) + "'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsNoTakenOverOneIsNotCalledSo(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase fresh = kind.open()) {
            SchemaMigration.migrate(fresh.dataSource());
            assertThat(fresh.rows("select * from takeover")).isEmpty();
        }
        try (EmptyDatabase withoutTenants = earlier(kind)) {
            SchemaMigration.migrate(withoutTenants.dataSource());
            assertThat(withoutTenants.rows("select * from takeover")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void viewsAnswerBeforeAndAfter(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = earlier(kind)) {
            database.run(
                    "insert into ghorgusers (oid, username) values (5, 'ibm')",
                    "insert into repos (rid, rname, ghserverid, oid, schedule)"
                            + " values (100, 'one', 1, 5, 0), (101, 'two', 1, 5, 0), (102, 'three', 1, 5, 0)",
                    "insert into tenantrepos values (1, 100), (1, 101), (2, 102)",
                    "insert into adminusers (aid, auser, email)"
                            + " values (10, 'a', 'tenant@x'), (11, 'b', 'stats@x'), (12, 'c', 'one@x'), (13, 'd', 'none@x')",
                    "insert into admintenantreporoles values (10, 1, 4, null), (11, 2, 9, null), (12, 1, 16, 101),"
                            + " (12, 2, 16, null), (13, 1, 3, null), (14, 1, 4, null)",
                    "insert into repotraffic values (100, '2026-01-01', 1, 2, 3, 4)");
            viewsAnswer(database);
            SchemaMigration.migrate(database.dataSource());
            viewsAnswer(database);
        }
    }

    private static void viewsAnswer(EmptyDatabase database) throws Exception {
        assertThat(database.rows("select rid, aid, email, role from v_adminuserrepos order by aid, rid"))
                .containsExactly("100 10 tenant@x 4", "101 10 tenant@x 4", "102 11 stats@x 9", "101 12 one@x 16");
        assertThat(database.rows("select rid, orgname, reponame, email from v_adminrepolist order by email, rid"))
                .containsExactly(
                        "101 ibm two one@x", "102 ibm three stats@x", "100 ibm one tenant@x", "101 ibm two tenant@x");
        assertThat(
                        database.rows(
                                "select rid, orgname, reponame, tdate, viewcount, vuniques, clonecount, cuniques from v_repostats"))
                .containsExactly("100 ibm one 2026-01-01 1 2 3 4");
    }

    /** The first migration is that schema, so its text makes such a database. */
    private static EmptyDatabase earlier(EmptyDatabase.Kind kind) throws Exception {
        EmptyDatabase database = kind.open();
        database.run(text("/db/migration/V1__seed_schema.sql")
                .replace("${organize}", "")
                .strip()
                .split(";\\s*"));
        return database;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(TakeOverTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
