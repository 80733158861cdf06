package ghtraffic.traffic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Adds up the traffic of several repositories, in three statements whatever their number. The database sums: it sends a row
 * for each day. Who may see the repositories is decided before.
 */
@ApplicationScoped
public class TrafficSums {

    /** The ids are compared with the few rows of repos, not with each row of traffic, which takes H2 fifty times as long. */
    private static final String CHOSEN = "(select distinct r.rid from repos r where r.rid in (%s))";

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
            int rows) {}

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private TrafficHistory history;

    /**
     * One point for each day, week or month of the range, oldest first, without uniques. A day is null when none of the
     * repositories was collected. It is partial when it is today, or when any of those that had been collected on it or
     * before has not been seen whole on it.
     *
     * @param repositories different ids; unknown ones count nothing
     */
    @Transactional
    public List<TrafficPoint> series(Collection<Integer> repositories, Range range, Interval interval) {
        List<TrafficPoint> days = repositories.isEmpty()
                ? range.from()
                        .datesUntil(range.to().plusDays(1))
                        .map(TrafficPoint::notCollected)
                        .toList()
                : days(List.copyOf(repositories), range);
        return interval == Interval.DAY ? days : TrafficPoints.grouped(days, interval, Map.of(), history.today());
    }

    private List<TrafficPoint> days(List<Integer> repositories, Range range) {
        try (Connection connection = dataSource.getConnection()) {
            Map<LocalDate, Sum> sums = sums(connection, repositories, range);
            Map<LocalDate, Integer> beginnings = beginnings(connection, repositories, range);
            int known = knownBefore(connection, repositories, range.from());
            LocalDate today = history.today();
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
                sum.bestViews() == Coverage.NONE ? null : Math.toIntExact(sum.views()),
                null,
                sum.bestClones() == Coverage.NONE ? null : Math.toIntExact(sum.clones()),
                null,
                !whole || day.equals(today));
    }

    private static Map<LocalDate, Sum> sums(Connection connection, List<Integer> repositories, Range range)
            throws SQLException {
        Map<LocalDate, Sum> sums = new HashMap<>();
        try (PreparedStatement query = chosen(connection, DAYS, repositories, range.from(), range.to());
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                sums.put(
                        row.getDate(1).toLocalDate(),
                        new Sum(
                                row.getLong(2),
                                Coverage.of(row.getShort(3)),
                                Coverage.of(row.getShort(4)),
                                row.getLong(5),
                                Coverage.of(row.getShort(6)),
                                Coverage.of(row.getShort(7)),
                                row.getInt(8)));
            }
        }
        return sums;
    }

    /** How many of the repositories were collected first on which day of the range. */
    private static Map<LocalDate, Integer> beginnings(Connection connection, List<Integer> repositories, Range range)
            throws SQLException {
        Map<LocalDate, Integer> beginnings = new HashMap<>();
        try (PreparedStatement query =
                        chosen(connection, BEGINNINGS, repositories, range.from(), range.to(), range.from());
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                beginnings.put(row.getDate(1).toLocalDate(), row.getInt(2));
            }
        }
        return beginnings;
    }

    private static int knownBefore(Connection connection, List<Integer> repositories, LocalDate day)
            throws SQLException {
        try (PreparedStatement query = chosen(connection, KNOWN_BEFORE, repositories, day);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static PreparedStatement chosen(
            Connection connection, String sql, List<Integer> repositories, LocalDate... days) throws SQLException {
        String ids = String.join(", ", Collections.nCopies(repositories.size(), "?"));
        PreparedStatement query = connection.prepareStatement(sql.formatted(CHOSEN.formatted(ids)));
        int place = 1;
        for (int repository : repositories) {
            query.setInt(place++, repository);
        }
        for (LocalDate day : days) {
            query.setDate(place++, Date.valueOf(day));
        }
        return query;
    }
}
