package ghtraffic.traffic.series;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.daily.CalendarSum;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Views and clones of many repositories over a range, each for itself. The database adds them up, in at most five
 * statements for each chunk of repositories: for whole months, and for whole dekads and single days before and after
 * them. Does not check who may see the repositories: the caller has done that.
 */
@ApplicationScoped
public class RangeTotals {

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

    private record Days(Totals sum, int whole) {

        static final Days NONE = new Days(new Totals(null, null), 0);

        Days plus(Days other) {
            return new Days(
                    new Totals(sum(sum.views(), other.sum.views()), sum(sum.clones(), other.sum.clones())),
                    whole + other.whole);
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null ? other : other == null ? one : Long.valueOf(one + other);
        }
    }

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private RepositorySeries history;

    /**
     * Returns views and clones of each repository, with their change. Repositories without a collected day in the range
     * are absent.
     */
    @Transactional
    public Map<Integer, ComparedTotals> ofEach(Collection<Integer> repositories, ResolvedRange chosen) {
        Map<Integer, Days> now = sums(repositories, chosen.counted());
        Optional<DateRange> compared = chosen.compared();
        Map<Integer, Days> before = compared.isEmpty() ? Map.of() : sums(repositories, compared.get());
        Map<Integer, ComparedTotals> each = new HashMap<>();
        now.forEach((id, sum) -> each.put(id, totals(chosen, sum, before.getOrDefault(id, Days.NONE))));
        return each;
    }

    private static ComparedTotals totals(ResolvedRange chosen, Days now, Days before) {
        int missing = 2 * chosen.counted().days() - now.whole() - before.whole();
        return ComparedTotals.of(chosen, now.sum(), before.sum(), missing);
    }

    private Map<Integer, Days> sums(Collection<Integer> repositories, DateRange range) {
        Map<Integer, Days> sums = new HashMap<>();
        ChunkedQuery.RowHandler adding = row -> sums.merge(
                row.getInt(1), new Days(new Totals(number(row, 2), number(row, 3)), row.getInt(4)), Days::plus);
        add(repositories, range, List.of(CalendarSum.values()), adding);
        return sums;
    }

    /**
     * Adds up whole periods of the first kind. The rest before and after them is added up in periods of the next kind,
     * and finally in days.
     */
    private void add(
            Collection<Integer> repositories,
            DateRange range,
            List<CalendarSum> periods,
            ChunkedQuery.RowHandler adding) {
        if (periods.isEmpty()) {
            ChunkedQuery.read(dataSource, EACH, repositories, adding, range.from(), range.to());
            return;
        }
        CalendarSum period = periods.get(0);
        List<CalendarSum> finer = periods.subList(1, periods.size());
        Optional<DateRange> within = period.wholePeriodsIn(range);
        if (within.isEmpty()) {
            add(repositories, range, finer, adding);
            return;
        }
        DateRange whole = within.get();
        ChunkedQuery.read(
                dataSource,
                period.sums(),
                repositories,
                adding,
                period.number(whole.from()),
                period.number(whole.to()));
        DateRange.between(range.from(), whole.from().minusDays(1))
                .ifPresent(before -> add(repositories, before, finer, adding));
        DateRange.between(whole.to().plusDays(1), range.to())
                .ifPresent(after -> add(repositories, after, finer, adding));
    }

    /**
     * Returns views and clones of each repository over the last 14 complete UTC days, without today. Repositories
     * without a collected day among them are absent.
     */
    @Transactional
    public Map<Integer, Totals> recent(Collection<Integer> repositories) {
        Map<Integer, Totals> recent = new HashMap<>();
        sums(repositories, history.lastWholeDays()).forEach((id, days) -> recent.put(id, days.sum()));
        return recent;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }

    /**
     * Returns the views of each repository by day, oldest first; null for a day that was not collected. Repositories
     * without a collected day are absent.
     */
    @Transactional
    public Map<Integer, @Nullable Integer[]> dailyViews(Collection<Integer> repositories, DateRange range) {
        Map<Integer, @Nullable Integer[]> views = new HashMap<>();
        ChunkedQuery.read(
                dataSource,
                VIEWS,
                repositories,
                row -> {
                    int day = new DateRange(range.from(), row.getDate(2).toLocalDate()).days() - 1;
                    views.computeIfAbsent(row.getInt(1), id -> new Integer[range.days()])[day] = row.getInt(3);
                },
                range.from(),
                range.to());
        return views;
    }
}
