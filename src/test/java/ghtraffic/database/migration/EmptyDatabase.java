package ghtraffic.database.migration;

import ghtraffic.wire.WireDatabase;
import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An empty database that only one test has, and short ways to write to it and read it. */
record EmptyDatabase(DataSource dataSource, AutoCloseable end) implements AutoCloseable {

    /** The databases that the tests run on. Locks are waited for briefly, so that waiting can be tested. */
    enum Kind {
        H2 {
            @Override
            EmptyDatabase open() {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=DB2;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=200");
                return new EmptyDatabase(
                        source, () -> source.getConnection().createStatement().execute("shutdown"));
            }
        },
        IBM_DRIVER {
            @Override
            EmptyDatabase open() throws SQLException {
                WireDatabase wire = new WireDatabase();
                EmptyDatabase database = new EmptyDatabase(wire.dataSource(), wire);
                database.run("call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '1')");
                return database;
            }
        };

        abstract EmptyDatabase open() throws SQLException;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Each row as its columns with blanks between. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(rows.getString(column)).strip());
                }
                result.add(String.join(" ", columns));
            }
            return result;
        }
    }

    @Override
    public void close() throws Exception {
        end.close();
    }

    /** How many migrations the application has. */
    static int migrations() {
        String[] scripts = new File("src/main/resources/db/migration").list((folder, name) -> name.startsWith("V"));
        return Objects.requireNonNull(scripts).length;
    }
}
