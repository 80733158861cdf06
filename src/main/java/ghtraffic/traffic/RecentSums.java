package ghtraffic.traffic;

import ghtraffic.database.Portions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Views and clones of many repositories over the last 14 whole UTC days, today left out. The database sums. Who may see the
 * repositories is decided before.
 */
@ApplicationScoped
public class RecentSums {

    private static final String EACH = """
            select t.rid, sum(cast(t.viewcount as bigint)), sum(cast(t.clonecount as bigint))
            from %s c join repotraffic t on t.rid = c.rid where t.tdate between ? and ? group by t.rid
            """;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private TrafficHistory history;

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    /** Views and clones of each of these repositories; those of which no such day was collected are absent. */
    @Transactional
    public Map<Integer, Totals> ofEach(Collection<Integer> repositories) {
        Map<Integer, Totals> each = new HashMap<>();
        read(EACH, repositories, row -> each.put(row.getInt(1), new Totals(row.getLong(2), row.getLong(3))));
        return each;
    }

    private void read(String sql, Collection<Integer> repositories, Reading reading) {
        Range range = history.lastWholeDays();
        try (Connection connection = dataSource.getConnection()) {
            for (List<Integer> portion : Portions.of(repositories)) {
                try (PreparedStatement query = Chosen.prepare(connection, sql, portion, range.from(), range.to());
                        ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        reading.row(row);
                    }
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The sums of " + repositories.size() + " repositories were not read", e);
        }
    }
}
