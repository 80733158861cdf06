package ghtraffic.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMigrationTest {
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final String HISTORY = "select \"version\", \"success\" from \"flyway_schema_history\""
            + " where \"version\" <> '0' order by \"installed_rank\"";

    @ParameterizedTest
    @EnumSource
    void appliesEveryMigrationOnce(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = kind.open()) {
            assertThat(SchemaMigration.migrate(database.dataSource())).isEqualTo(EmptyDatabase.migrations());
            List<String> history = database.rows(HISTORY);
            assertThat(history).hasSize(EmptyDatabase.migrations());
            assertThat(SchemaMigration.migrate(database.dataSource())).isZero();
            assertThat(database.rows(HISTORY)).isEqualTo(history);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesWhatTheApplicationStartsWith(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = migrated(kind)) {
            assertThat(database.rows("select * from ghservers")).containsExactly("1 github.com");
            assertThat(database.rows("select role, \"DESC\" from adminrolevalues order by role"))
                    .containsExactly("1 admin", "2 sysmaint", "4 tenant", "8 tenantstats", "16 repostats");
            assertThat(database.rows("select * from collectionlease")).containsExactly("1 null null null");
            database.run("insert into ghorgusers (username) values ('octocat')");
            assertThat(database.rows("select oid from ghorgusers")).containsExactly("1000");
            database.run("insert into repotraffic (rid, tdate, viewcount) values (7, '2026-01-01', 3)");
            assertThat(database.rows("select viewcount, cuniques, incomplete from repotraffic"))
                    .containsExactly("3 0 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysRefuseWhatIsThereAlready(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = migrated(kind)) {
            for (String insert : List.of(
                    "insert into repotraffic (rid, tdate) values (7, '2026-01-01')",
                    "insert into tenantrepos (tid, rid) values (1, 2)",
                    "insert into adminroles (aid, role) values (1, 2)",
                    "insert into repos (rid, rname, ghserverid, oid, schedule) values (1, 'a', 1, 1, 0)")) {
                database.run(insert);
                assertThatThrownBy(() -> database.run(insert))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("23505"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchMergesIntoTheDailyTraffic(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = migrated(kind);
                Connection connection = database.dataSource().getConnection();
                PreparedStatement merge = connection.prepareStatement("""
                        merge into repotraffic t using sysibm.sysdummy1
                        on t.rid = cast(? as int) and t.tdate = cast(? as date)
                        when matched then update set viewcount = cast(? as int)
                        when not matched then insert (rid, tdate, viewcount)
                        values (cast(? as int), cast(? as date), cast(? as int))""")) {
            database.run("insert into repotraffic (rid, tdate, viewcount, cuniques) values (7, '2026-01-02', 1, 5)");
            for (int day = 1; day <= 3; day++) {
                Date date = Date.valueOf("2026-01-0" + day);
                merge.setInt(1, 7);
                merge.setDate(2, date);
                merge.setInt(3, 10 * day);
                merge.setInt(4, 7);
                merge.setDate(5, date);
                merge.setInt(6, 10 * day);
                merge.addBatch();
            }
            merge.executeBatch();
            assertThat(database.rows("select tdate, viewcount, cuniques from repotraffic order by tdate"))
                    .containsExactly("2026-01-01 10 0", "2026-01-02 20 5", "2026-01-03 30 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void serversThatStartAtOnceAllSucceed(EmptyDatabase.Kind kind) throws Exception {
        int servers = 3;
        ExecutorService threads = Executors.newFixedThreadPool(servers);
        try (EmptyDatabase database = kind.open()) {
            CyclicBarrier start = new CyclicBarrier(servers);
            Callable<Integer> server = () -> {
                start.await();
                return migration(database, MIGRATIONS, wait -> {}).migrate();
            };
            List<Integer> applied = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(List.of(server, server, server))) {
                applied.add(result.get());
            }
            assertThat(applied).containsExactlyInAnyOrder(EmptyDatabase.migrations(), 0, 0);
            assertThat(database.rows(HISTORY)).hasSize(EmptyDatabase.migrations());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsForItsTurn(EmptyDatabase.Kind kind) throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (EmptyDatabase database = migrated(kind);
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into schematurn (turn) values (1)");
            int applied = migration(database, MIGRATIONS, wait -> {
                        waits.add(wait);
                        if (waits.size() == 2) {
                            rollback(other);
                        }
                    })
                    .migrate();
            assertThat(applied).isZero();
            assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTablesOfOthersAlone(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = kind.open()) {
            database.run("create table unrelated (n int)", "insert into unrelated values (5)");
            assertThat(SchemaMigration.migrate(database.dataSource())).isEqualTo(EmptyDatabase.migrations());
            assertThat(database.rows("select n from unrelated")).containsExactly("5");
        }
    }

    @Test
    void addressesStayOutOfTheLog() {
        assertThat(FlywayLog.masked("Database: jdbc:db2://h:1/d:user=u;password=p; (DB2 11.5)"))
                .isEqualTo("Database: jdbc:*** (DB2 11.5)");
    }

    private static EmptyDatabase migrated(EmptyDatabase.Kind kind) throws SQLException {
        EmptyDatabase database = kind.open();
        SchemaMigration.migrate(database.dataSource());
        return database;
    }

    private static SchemaMigration migration(EmptyDatabase database, String location, Retry.Pause pause) {
        return new SchemaMigration(database.dataSource(), location, pause);
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
