package ghtraffic.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Collects rows and sends them in one batch when it is closed. The statement is prepared with the first row. */
public final class InsertBatch implements AutoCloseable {

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;

    /** Creates an empty batch for this statement. The caller keeps the connection and closes it. */
    public InsertBatch(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Adds a row. The values are the parameters of the statement, in their order. */
    public void add(Object... values) throws SQLException {
        if (statement == null) {
            statement = connection.prepareStatement(sql);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /**
     * Sends the rows. It also runs when another statement has failed; the transaction is then rolled back with these
     * rows.
     */
    @Override
    public void close() throws SQLException {
        if (statement != null) {
            try (PreparedStatement last = statement) {
                last.executeBatch();
            }
        }
    }
}
