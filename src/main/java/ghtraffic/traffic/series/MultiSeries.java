package ghtraffic.traffic.series;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the series of several repositories, each for itself, in one or two statements for each chunk of them. Does not
 * check who may see the repositories: the caller has done that.
 */
@ApplicationScoped
public class MultiSeries {

    private static final String NUMBERS = """
            select t.rid, t.tdate, t.viewcount, t.vuniques, t.incomplete, t.clonecount, t.cuniques, t.cincomplete
            from %%s c join %s t on t.rid = c.rid where t.tdate between ? and ?
            """;
    private static final String DAYS = NUMBERS.formatted("repotraffic");
    private static final String WEEKS = NUMBERS.formatted("weeklytraffic");
    /** Has the order of the key, so that H2 reads one row of each repository and not all rows. */
    private static final String FIRST_DAYS = """
            select c.rid, (select t.tdate from repotraffic t where t.rid = c.rid order by t.rid, t.tdate
              fetch first 1 rows only) from %s c
            """;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private Today currentDay;

    /** Returns for each repository the same as {@link RepositorySeries#series}. */
    @Transactional
    public Map<Integer, List<TrafficPoint>> of(Collection<Integer> repositories, DateRange range, Interval interval) {
        Map<Integer, Map<LocalDate, PeriodNumbers>> days = numbers(DAYS, repositories, range.from(), range.to());
        Map<Integer, Map<LocalDate, PeriodNumbers>> weeks = interval == Interval.WEEK
                ? numbers(WEEKS, repositories, Interval.WEEK.start(range.from()), range.to())
                : Map.of();
        LocalDate today = currentDay.date();
        Map<Integer, List<TrafficPoint>> series = new HashMap<>();
        for (int repository : repositories) {
            Map<LocalDate, PeriodNumbers> rows = days.getOrDefault(repository, Map.of());
            List<TrafficPoint> points = range.from()
                    .datesUntil(range.to().plusDays(1))
                    .map(day -> PointAggregation.ofDay(day, rows.get(day), today))
                    .toList();
            series.put(
                    repository,
                    interval == Interval.DAY
                            ? points
                            : PointAggregation.grouped(
                                    points, interval, weeks.getOrDefault(repository, Map.of()), today));
        }
        return series;
    }

    private Map<Integer, Map<LocalDate, PeriodNumbers>> numbers(
            String sql, Collection<Integer> repositories, LocalDate from, LocalDate to) {
        Map<Integer, Map<LocalDate, PeriodNumbers>> numbers = new HashMap<>();
        ChunkedQuery.RowHandler reading = row -> {
            LocalDate start = row.getDate(2).toLocalDate();
            numbers.computeIfAbsent(row.getInt(1), repository -> new HashMap<>())
                    .put(
                            start,
                            new PeriodNumbers(
                                    start,
                                    row.getInt(3),
                                    row.getInt(4),
                                    Coverage.of(row.getShort(5)),
                                    row.getInt(6),
                                    row.getInt(7),
                                    Coverage.of(row.getShort(8))));
        };
        ChunkedQuery.read(dataSource, sql, repositories, reading, from, to);
        return numbers;
    }

    /** Returns the first collected day of each repository. Repositories without any are absent. */
    @Transactional
    public Map<Integer, LocalDate> firstDays(Collection<Integer> repositories) {
        Map<Integer, LocalDate> firsts = new HashMap<>();
        ChunkedQuery.read(dataSource, FIRST_DAYS, repositories, row -> {
            java.sql.Date first = row.getDate(2);
            if (first != null) {
                firsts.put(row.getInt(1), first.toLocalDate());
            }
        });
        return firsts;
    }

    /** Returns the first day on which any of the repositories was collected; null when there is none. */
    @Transactional
    public @Nullable LocalDate firstDay(Collection<Integer> repositories) {
        return firstDays(repositories).values().stream()
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
