package ghtraffic.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The lock that lets one server at a time migrate. It is a row that is inserted and never committed: other servers that
 * insert the same key wait for it. The row disappears with the connection, so a server that dies leaves nothing behind.
 * Flyway's own lock does not work on H2, which commits with each change of a table and so releases the lock in the
 * middle.
 */
final class MigrationLock implements AutoCloseable {
    private static final String TABLE = "schematurn";

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the lock and takes it. The connection belongs to this object until it is closed. */
    static MigrationLock take(Connection connection, String organize, Retry patience) throws SQLException {
        patience.run("Waiting for another server to finish its migrations", () -> {
            createTable(connection, organize);
            connection.setAutoCommit(false);
            try (Statement insert = connection.createStatement()) {
                return insert.executeUpdate("insert into " + TABLE + " (turn) values (1)");
            } catch (SQLException e) {
                release(connection);
                throw e;
            }
        });
        return new MigrationLock(connection);
    }

    @Override
    public void close() throws SQLException {
        release(connection);
    }

    /**
     * Creates the lock's table if it is missing. It is synchronized because H2 shows a table to others before it has
     * its key, and a row without a key blocks nobody. All users of such a database are in one server.
     */
    private static synchronized void createTable(Connection connection, String organize) throws SQLException {
        if (SchemaTables.of(connection).has(TABLE)) {
            return;
        }
        try (Statement create = connection.createStatement()) {
            create.execute("create table " + TABLE + " (turn smallint not null, constraint " + TABLE
                    + "_pk primary key (turn)) " + organize);
        } catch (SQLException e) {
            if (!SchemaTables.of(connection).has(TABLE)) {
                throw e;
            }
        }
    }

    private static void release(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
