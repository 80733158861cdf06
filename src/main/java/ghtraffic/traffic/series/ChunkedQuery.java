package ghtraffic.traffic.series;

import ghtraffic.database.Chunks;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs statements about many repositories, one chunk of ids at a time. A statement uses the ids of a chunk as the rows
 * {@code c.rid}.
 */
public final class ChunkedQuery {

    /**
     * The ids are compared with the few rows of repos and not with each row of traffic, which takes H2 fifty times as
     * long.
     */
    private static final String ROWS = "(select distinct r.rid from repos r where r.rid in (%s))";

    private ChunkedQuery() {}

    /** Handles one row of a result. */
    public interface RowHandler {
        void row(ResultSet row) throws SQLException;
    }

    /**
     * Runs a statement once for each chunk of the repositories and passes each row to {@code reading}.
     *
     * @param sql the statement, with %s in place of the rows and after it one parameter for each of {@code others}
     * @param others numbers and {@link LocalDate}s
     */
    public static void read(
            DataSource source, String sql, Collection<Integer> repositories, RowHandler reading, Object... others) {
        try (Connection connection = source.getConnection()) {
            for (List<Integer> portion : Chunks.of(repositories)) {
                try (PreparedStatement query = prepare(connection, sql, portion, others);
                        ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        reading.row(row);
                    }
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The traffic of " + repositories.size() + " repositories was not read", e);
        }
    }

    /**
     * Prepares a statement for one chunk of repositories.
     *
     * @param sql the statement, with %s in place of the rows and after it one parameter for each of {@code others}
     * @param others numbers and {@link LocalDate}s
     */
    static PreparedStatement prepare(Connection connection, String sql, List<Integer> repositories, Object... others)
            throws SQLException {
        String ids = String.join(", ", Collections.nCopies(repositories.size(), "?"));
        PreparedStatement query = connection.prepareStatement(sql.formatted(ROWS.formatted(ids)));
        int place = 1;
        for (int repository : repositories) {
            query.setInt(place++, repository);
        }
        for (Object other : others) {
            query.setObject(place++, other instanceof LocalDate day ? Date.valueOf(day) : other);
        }
        return query;
    }
}
