package ghtraffic.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class WireDatabaseTest {
    private static final String MERGE = """
            merge into t using sysibm.sysdummy1 on t.rid = cast(? as int) and t.tdate = cast(? as date)
            when matched then update set viewcount = cast(? as int)
            when not matched then insert (rid, tdate, viewcount)
            values (cast(? as int), cast(? as date), cast(? as int))""";

    @Test
    void theDriverIsIbmsAndTheServerIsDerby() throws SQLException {
        try (WireDatabase database = new WireDatabase();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDriverName()).contains("IBM");
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Apache Derby");
        }
    }

    @Test
    void whatSucceedsHasNoWarning() throws SQLException {
        try (WireDatabase database = new WireDatabase();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            createTable(statement);
            assertThat((Object) statement.getWarnings()).isNull();
            statement.execute("insert into t values (1, '2026-01-05', 1)");
            assertThat((Object) statement.getWarnings()).isNull();
        }
    }

    @Test
    void batchesOfMergeInsertAndUpdate() throws SQLException {
        try (WireDatabase database = new WireDatabase();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            createTable(statement);
            statement.execute("insert into t values (1, '2026-01-05', 1)");
            assertThat(merge(connection, 7)).hasSize(10);
            assertThat(number(statement, "select count(*) from t where viewcount = 7"))
                    .isEqualTo(10);
            merge(connection, 9);
            assertThat(number(statement, "select sum(viewcount) from t")).isEqualTo(90);
        }
    }

    @Test
    void duplicateKeysAreToldByTheirState() throws SQLException {
        try (WireDatabase database = new WireDatabase();
                Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            createTable(statement);
            String insert = "insert into t values (1, '2026-01-01', 1)";
            statement.execute(insert);
            assertThatThrownBy(() -> statement.execute(insert))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        }
    }

    @Test
    void longStatementsAndTextsPass() throws SQLException {
        try (WireDatabase database = new WireDatabase();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table texts (content clob(1m))");
            String text = "grüße ".repeat(40_000);
            try (PreparedStatement insert = connection.prepareStatement("insert into texts values (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
            try (ResultSet rows = statement.executeQuery("select content from texts")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(text);
            }
            String longStatement = "select count(*) from texts where 1 = 1" + " ".repeat(70_000) + "with ur";
            assertThat(number(statement, longStatement)).isEqualTo(1);
            try (PreparedStatement prepared = connection.prepareStatement(longStatement);
                    ResultSet rows = prepared.executeQuery()) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void aStoppedServerRefusesAndComesBackWithItsData() throws SQLException {
        try (WireDatabase database = new WireDatabase()) {
            String address = database.db2Uri();
            try (Connection before = database.dataSource().getConnection();
                    Statement statement = before.createStatement()) {
                createTable(statement);
                statement.execute("insert into t values (1, '2026-01-01', 5)");
                database.stopServer();
                assertThatThrownBy(() -> statement.executeQuery("select * from t"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> database.dataSource().getConnection())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
            database.startServer();
            try (Connection after = database.dataSource().getConnection();
                    Statement statement = after.createStatement()) {
                assertThat(number(statement, "select viewcount from t")).isEqualTo(5);
            }
            assertThat(database.db2Uri()).isEqualTo(address).matches("db2://.+:.+@127\\.0\\.0\\.1:\\d+/WIRE\\d+");
        }
    }

    private static int[] merge(Connection connection, int viewcount) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            for (int day = 1; day <= 10; day++) {
                Date date = Date.valueOf("2026-01-%02d".formatted(day));
                merge.setInt(1, 1);
                merge.setDate(2, date);
                merge.setInt(3, viewcount);
                merge.setInt(4, 1);
                merge.setDate(5, date);
                merge.setInt(6, viewcount);
                merge.addBatch();
            }
            return merge.executeBatch();
        }
    }

    private static void createTable(Statement statement) throws SQLException {
        statement.execute("create table t (rid int not null, tdate date not null, viewcount int not null,"
                + " constraint t_pk primary key (rid, tdate))");
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
