package ghtraffic.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was collected. Who may see a repository is decided before: every id here is one that the caller may see. */
@ApplicationScoped
public class TrafficHistory {

    private static final int RECENT_DAYS = 14;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The UTC day that it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** One point for each day, week or month of the range, oldest first. */
    @Transactional
    public List<TrafficPoint> series(int repository, Range range, Interval interval) {
        List<TrafficPoint> days = days(repository, range);
        return interval == Interval.DAY ? days : grouped(days, interval);
    }

    /** The first day that was collected; null when none was. */
    @Transactional
    public @Nullable LocalDate firstDay(int repository) {
        return entities.createQuery(
                        "select min(d.day) from DailyTraffic d where d.repository = :repository", LocalDate.class)
                .setParameter("repository", repository)
                .getSingleResult();
    }

    private List<TrafficPoint> days(int repository, Range range) {
        Map<LocalDate, DailyTraffic> rows = entities.createQuery(
                        "select d from DailyTraffic d where d.repository = :repository and d.day between :from and :to",
                        DailyTraffic.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .collect(Collectors.toMap(DailyTraffic::day, Function.identity()));
        LocalDate today = today();
        return range.from()
                .datesUntil(range.to().plusDays(1))
                .map(day -> point(day, rows.get(day), today))
                .toList();
    }

    private static TrafficPoint point(LocalDate day, @Nullable DailyTraffic row, LocalDate today) {
        return row == null
                ? TrafficPoint.notCollected(day)
                : new TrafficPoint(
                        day,
                        row.views(),
                        row.visitors(),
                        row.clones(),
                        row.cloners(),
                        row.partial() || day.equals(today));
    }

    private List<TrafficPoint> grouped(List<TrafficPoint> days, Interval interval) {
        Map<LocalDate, List<TrafficPoint>> groups = days.stream()
                .collect(Collectors.groupingBy(
                        point -> interval.start(point.date()), TreeMap::new, Collectors.toList()));
        List<TrafficPoint> points = new ArrayList<>();
        groups.forEach((start, group) -> points.add(sum(start, group)));
        return points;
    }

    private static TrafficPoint sum(LocalDate start, List<TrafficPoint> group) {
        if (group.stream().noneMatch(TrafficPoint::collected)) {
            return TrafficPoint.notCollected(start);
        }
        boolean partial = group.stream().anyMatch(point -> !point.collected() || point.partial());
        return new TrafficPoint(
                start, total(group, TrafficPoint::views), null, total(group, TrafficPoint::clones), null, partial);
    }

    private static int total(List<TrafficPoint> group, Function<TrafficPoint, @Nullable Integer> field) {
        int total = 0;
        for (TrafficPoint point : group) {
            Integer value = field.apply(point);
            total += value == null ? 0 : value;
        }
        return total;
    }

    /** The last 14 whole UTC days (today left out) of each repository; repositories without any are absent. */
    @Transactional
    public Map<Integer, RecentTraffic> recent(Collection<Integer> repositories) {
        if (repositories.isEmpty()) {
            return Map.of();
        }
        LocalDate today = today();
        Map<Integer, WindowNumbers> windows = windows(repositories, today);
        return entities
                .createQuery(
                        "select d from DailyTraffic d where d.repository in :ids and d.day between :from and :to"
                                + " order by d.repository, d.day",
                        DailyTraffic.class)
                .setParameter("ids", repositories)
                .setParameter("from", today.minusDays(RECENT_DAYS))
                .setParameter("to", today.minusDays(1))
                .getResultStream()
                .collect(Collectors.groupingBy(DailyTraffic::repository))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> recent(entry.getValue(), windows.get(entry.getKey()), today)));
    }

    /** Views and clones of all these repositories over the last 14 whole UTC days. */
    @Transactional
    public Totals totals(Collection<Integer> repositories) {
        if (repositories.isEmpty()) {
            return new Totals(0, 0);
        }
        LocalDate today = today();
        Object[] sums = entities.createQuery(
                        "select sum(d.views), sum(d.clones) from DailyTraffic d"
                                + " where d.repository in :ids and d.day between :from and :to",
                        Object[].class)
                .setParameter("ids", repositories)
                .setParameter("from", today.minusDays(RECENT_DAYS))
                .setParameter("to", today.minusDays(1))
                .getSingleResult();
        return new Totals(orZero(sums[0]), orZero(sums[1]));
    }

    /** The same of each of these repositories; those of which no such day was collected are absent. */
    @Transactional
    public Map<Integer, Totals> totalsByRepository(Collection<Integer> repositories) {
        if (repositories.isEmpty()) {
            return Map.of();
        }
        LocalDate today = today();
        return entities.createQuery(
                        "select d.repository, sum(d.views), sum(d.clones) from DailyTraffic d where d.repository in :ids"
                                + " and d.day between :from and :to group by d.repository",
                        Object[].class)
                .setParameter("ids", repositories)
                .setParameter("from", today.minusDays(RECENT_DAYS))
                .setParameter("to", today.minusDays(1))
                .getResultStream()
                .collect(Collectors.toMap(
                        sums -> (Integer) sums[0], sums -> new Totals(orZero(sums[1]), orZero(sums[2]))));
    }

    private static long orZero(@Nullable Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    private Map<Integer, WindowNumbers> windows(Collection<Integer> repositories, LocalDate today) {
        return entities.createQuery(
                        "select w from WindowTraffic w where w.repository in :ids and w.day between :from and :to"
                                + " order by w.day",
                        WindowTraffic.class)
                .setParameter("ids", repositories)
                .setParameter("from", today.minusDays(1))
                .setParameter("to", today)
                .getResultStream()
                .collect(Collectors.toMap(WindowTraffic::repository, WindowTraffic::numbers, (older, newer) -> newer));
    }

    private static RecentTraffic recent(List<DailyTraffic> rows, @Nullable WindowNumbers window, LocalDate today) {
        Map<LocalDate, Integer> views = rows.stream().collect(Collectors.toMap(DailyTraffic::day, DailyTraffic::views));
        List<@Nullable Integer> daily = new ArrayList<>();
        today.minusDays(RECENT_DAYS).datesUntil(today).forEach(day -> daily.add(views.get(day)));
        return new RecentTraffic(
                rows.stream().mapToInt(DailyTraffic::views).sum(),
                rows.stream().mapToInt(DailyTraffic::clones).sum(),
                window == null ? null : window.visitors(),
                window == null ? null : window.cloners(),
                daily);
    }
}
