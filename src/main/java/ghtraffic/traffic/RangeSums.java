package ghtraffic.traffic;

import ghtraffic.database.Portions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Views and clones of many repositories over a range, each for itself. The database sums, in a statement for each
 * {@value Portions#LARGEST} repositories. Who may see them is decided before.
 */
@ApplicationScoped
public class RangeSums {

    private static final String EACH = """
            select t.rid,
              sum(case when t.incomplete < 2 then cast(t.viewcount as bigint) end),
              sum(case when t.cincomplete < 2 then cast(t.clonecount as bigint) end),
              sum(case when t.incomplete = 0 and t.cincomplete = 0 then 1 else 0 end)
            from %s c join repotraffic t on t.rid = c.rid where t.tdate between ? and ? group by t.rid
            """;

    private static final String VIEWS = """
            select t.rid, t.tdate, t.viewcount from %s c join repotraffic t on t.rid = c.rid
            where t.incomplete < 2 and t.tdate between ? and ?
            """;

    private static final String FIRST = """
            select min(t.tdate) from %s c join repotraffic t on t.rid = c.rid
            where t.tdate = (select min(o.tdate) from repotraffic o where o.rid = c.rid)
            """;

    private record Days(ComparedTotals.Sum sum, int whole) {

        static final Days NONE = new Days(new ComparedTotals.Sum(null, null), 0);
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    /** Views and clones of each, with their change; those of which no day of the range was collected are absent. */
    @Transactional
    public Map<Integer, ComparedTotals> ofEach(Collection<Integer> repositories, ChosenRange chosen) {
        Map<Integer, Days> now = sums(repositories, chosen.counted());
        Optional<Range> compared = chosen.compared();
        Map<Integer, Days> before = compared.isEmpty() ? Map.of() : sums(repositories, compared.get());
        Map<Integer, ComparedTotals> each = new HashMap<>();
        now.forEach((id, sum) -> each.put(id, totals(chosen, sum, before.getOrDefault(id, Days.NONE))));
        return each;
    }

    private static ComparedTotals totals(ChosenRange chosen, Days now, Days before) {
        int missing = 2 * chosen.counted().days() - now.whole() - before.whole();
        return ComparedTotals.of(chosen, now.sum(), before.sum(), missing);
    }

    private Map<Integer, Days> sums(Collection<Integer> repositories, Range range) {
        Map<Integer, Days> sums = new HashMap<>();
        read(
                EACH,
                repositories,
                row -> sums.put(
                        row.getInt(1), new Days(new ComparedTotals.Sum(number(row, 2), number(row, 3)), row.getInt(4))),
                range.from(),
                range.to());
        return sums;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }

    /** The views of each by day, oldest first, null for a day that was not collected; those without any are absent. */
    @Transactional
    public Map<Integer, @Nullable Integer[]> dailyViews(Collection<Integer> repositories, Range range) {
        Map<Integer, @Nullable Integer[]> views = new HashMap<>();
        read(
                VIEWS,
                repositories,
                row -> {
                    int day = new Range(range.from(), row.getDate(2).toLocalDate()).days() - 1;
                    views.computeIfAbsent(row.getInt(1), id -> new Integer[range.days()])[day] = row.getInt(3);
                },
                range.from(),
                range.to());
        return views;
    }

    /** The first day that was collected of any of them; null when none was. */
    @Transactional
    public @Nullable LocalDate firstDay(Collection<Integer> repositories) {
        LocalDate[] first = new LocalDate[1];
        read(FIRST, repositories, row -> {
            LocalDate day = row.getDate(1) == null ? null : row.getDate(1).toLocalDate();
            if (day != null && (first[0] == null || day.isBefore(first[0]))) {
                first[0] = day;
            }
        });
        return first[0];
    }

    private void read(String sql, Collection<Integer> repositories, Reading reading, LocalDate... days) {
        try (Connection connection = dataSource.getConnection()) {
            for (List<Integer> portion : Portions.of(repositories)) {
                try (PreparedStatement query = Chosen.prepare(connection, sql, portion, days);
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
