package ghtraffic.traffic.series;

import ghtraffic.database.Chunks;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.daily.Coverage;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Adds up the traffic of several repositories, in three statements for each {@value Chunks#LARGEST} of them. The
 * database adds up and returns one row for each day. Does not check who may see the repositories: the caller has done
 * that.
 */
@ApplicationScoped
class SummedSeries {

    private static final String DAYS = """
            select t.tdate,
              sum(cast(t.viewcount as bigint)), min(t.incomplete), max(t.incomplete),
              sum(cast(t.clonecount as bigint)), min(t.cincomplete), max(t.cincomplete), count(*)
            from %s c join repotraffic t on t.rid = c.rid
            where t.tdate between ? and ? group by t.tdate
            """;

    private static final String KNOWN_BEFORE = """
            select count(*) from %s c
            where exists (select 1 from repotraffic t where t.rid = c.rid and t.tdate < ?)
            """;

    private static final String BEGINNINGS = """
            select b.begun, count(*) from (
              select t.rid, min(t.tdate) as begun from %s c join repotraffic t on t.rid = c.rid
              where t.tdate between ? and ? group by t.rid) b
            where not exists (select 1 from repotraffic o where o.rid = b.rid and o.tdate < ?)
            group by b.begun
            """;

    private record Sum(
            long views,
            Coverage bestViews,
            Coverage worstViews,
            long clones,
            Coverage bestClones,
            Coverage worstClones,
            int rows) {

        Sum plus(Sum other) {
            return new Sum(
                    views + other.views,
                    better(bestViews, other.bestViews),
                    worse(worstViews, other.worstViews),
                    clones + other.clones,
                    better(bestClones, other.bestClones),
                    worse(worstClones, other.worstClones),
                    rows + other.rows);
        }

        private static Coverage better(Coverage one, Coverage other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        private static Coverage worse(Coverage one, Coverage other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private Today currentDay;

    /**
     * Returns one point for each day, week or month of the range, oldest first, without unique visitors and cloners.
     * The values of a day are null when none of the repositories was collected. A day is partial when it is today, or
     * when any repository that had been collected on it or before is not complete on it.
     *
     * @param repositories different ids; unknown ones are ignored
     */
    @Transactional
    public List<TrafficPoint> series(Collection<Integer> repositories, DateRange range, Interval interval) {
        List<TrafficPoint> days = days(repositories, range);
        return interval == Interval.DAY ? days : PointAggregation.grouped(days, interval, Map.of(), currentDay.date());
    }

    private List<TrafficPoint> days(Collection<Integer> repositories, DateRange range) {
        Map<LocalDate, Sum> sums = new HashMap<>();
        Map<LocalDate, Integer> beginnings = new HashMap<>();
        int known = 0;
        try (Connection connection = dataSource.getConnection()) {
            for (List<Integer> portion : Chunks.of(repositories)) {
                addSums(sums, connection, portion, range);
                addBeginnings(beginnings, connection, portion, range);
                known += knownBefore(connection, portion, range.from());
            }
            LocalDate today = currentDay.date();
            List<TrafficPoint> points = new ArrayList<>();
            for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
                known += beginnings.getOrDefault(day, 0);
                Sum sum = sums.get(day);
                points.add(sum == null ? TrafficPoint.notCollected(day) : point(day, sum, known, today));
            }
            return points;
        } catch (SQLException e) {
            throw new PersistenceException("The traffic of " + repositories.size() + " repositories was not read", e);
        }
    }

    private static TrafficPoint point(LocalDate day, Sum sum, int known, LocalDate today) {
        boolean whole =
                sum.rows() == known && sum.worstViews() == Coverage.WHOLE && sum.worstClones() == Coverage.WHOLE;
        return new TrafficPoint(
                day,
                sum.bestViews() == Coverage.NONE ? null : Long.valueOf(sum.views()),
                null,
                sum.bestClones() == Coverage.NONE ? null : Long.valueOf(sum.clones()),
                null,
                !whole || day.equals(today));
    }

    private static void addSums(
            Map<LocalDate, Sum> sums, Connection connection, List<Integer> repositories, DateRange range)
            throws SQLException {
        try (PreparedStatement query = ChunkedQuery.prepare(connection, DAYS, repositories, range.from(), range.to());
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                sums.merge(
                        row.getDate(1).toLocalDate(),
                        new Sum(
                                row.getLong(2),
                                Coverage.of(row.getShort(3)),
                                Coverage.of(row.getShort(4)),
                                row.getLong(5),
                                Coverage.of(row.getShort(6)),
                                Coverage.of(row.getShort(7)),
                                row.getInt(8)),
                        Sum::plus);
            }
        }
    }

    /** Adds for each day of the range how many repositories were collected on it for the first time. */
    private static void addBeginnings(
            Map<LocalDate, Integer> beginnings, Connection connection, List<Integer> repositories, DateRange range)
            throws SQLException {
        try (PreparedStatement query = ChunkedQuery.prepare(
                        connection, BEGINNINGS, repositories, range.from(), range.to(), range.from());
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                beginnings.merge(row.getDate(1).toLocalDate(), row.getInt(2), Integer::sum);
            }
        }
    }

    private static int knownBefore(Connection connection, List<Integer> repositories, LocalDate day)
            throws SQLException {
        try (PreparedStatement query = ChunkedQuery.prepare(connection, KNOWN_BEFORE, repositories, day);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
