package ghtraffic.traffic.series;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.DailyTraffic;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficRow;
import ghtraffic.traffic.daily.WeeklyTraffic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was collected. Who may see a repository is decided before: every id here is one that the caller may see. */
@ApplicationScoped
public class RepositorySeries {

    private static final int RECENT_DAYS = 14;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The UTC day that it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The last 14 whole UTC days, today left out. */
    DateRange lastWholeDays() {
        LocalDate today = today();
        return new DateRange(today.minusDays(RECENT_DAYS), today.minusDays(1));
    }

    /** One point for each day, week or month of the range, oldest first. */
    @Transactional
    public List<TrafficPoint> series(int repository, DateRange range, Interval interval) {
        return grouped(repository, range, days(repository, range), interval);
    }

    /** The days of the range by day, week or month. */
    @Transactional
    List<TrafficPoint> grouped(int repository, DateRange range, List<TrafficPoint> days, Interval interval) {
        if (interval == Interval.DAY) {
            return days;
        }
        LocalDate monday = Interval.WEEK.start(range.from());
        Map<LocalDate, PeriodNumbers> weeks =
                interval == Interval.WEEK ? numbers(WeeklyTraffic.class, repository, monday, range.to()) : Map.of();
        return PointAggregation.grouped(days, interval, weeks, today());
    }

    /** The first day that was collected; null when none was. */
    @Transactional
    public @Nullable LocalDate firstDay(int repository) {
        return entities.createQuery(
                        "select min(d.day) from DailyTraffic d where d.repository = :repository", LocalDate.class)
                .setParameter("repository", repository)
                .getSingleResult();
    }

    private List<TrafficPoint> days(int repository, DateRange range) {
        Map<LocalDate, PeriodNumbers> rows = numbers(DailyTraffic.class, repository, range.from(), range.to());
        LocalDate today = today();
        return range.from()
                .datesUntil(range.to().plusDays(1))
                .map(day -> PointAggregation.ofDay(day, rows.get(day), today))
                .toList();
    }

    private <T extends TrafficRow> Map<LocalDate, PeriodNumbers> numbers(
            Class<T> rows, int repository, LocalDate from, LocalDate to) {
        return entities.createQuery(
                        "select t from " + rows.getSimpleName()
                                + " t where t.repository = :repository and t.day between :from and :to",
                        rows)
                .setParameter("repository", repository)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .collect(Collectors.toMap(TrafficRow::day, TrafficRow::numbers));
    }
}
