package ghtraffic.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows that are sent together when it is closed, prepared only if there are any. */
public final class InsertBatch implements AutoCloseable {

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;

    public InsertBatch(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    public void add(Object... values) throws SQLException {
        if (statement == null) {
            statement = connection.prepareStatement(sql);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** Sends the rows, or none of them after a failure of another statement: the transaction ends then. */
    @Override
    public void close() throws SQLException {
        if (statement != null) {
            try (PreparedStatement last = statement) {
                last.executeBatch();
            }
        }
    }
}
