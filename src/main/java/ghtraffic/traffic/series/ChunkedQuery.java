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

/** Statements about a portion of the repositories, which they take as the rows {@code c.rid}. */
public final class ChunkedQuery {

    /** The ids are compared with the few rows of repos, not with each row of traffic, which takes H2 fifty times as long. */
    private static final String ROWS = "(select distinct r.rid from repos r where r.rid in (%s))";

    private ChunkedQuery() {}

    /** What is done with each row of an answer. */
    public interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    /**
     * Reads the rows of a statement about repositories, which is put once for each portion of them.
     *
     * @param sql with %s where the rows stand, and a parameter after it for each of the others, which are numbers and {@link LocalDate}s
     */
    public static void read(
            DataSource source, String sql, Collection<Integer> repositories, Reading reading, Object... others) {
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
     * Prepares a statement.
     *
     * @param sql with %s where the rows stand, and a parameter after it for each of the others, which are numbers and {@link LocalDate}s
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
