package ghtraffic.traffic.series;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.daily.CollectedDays;
import ghtraffic.traffic.daily.PeriodNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the collected traffic of one repository. Does not check who may see the repository: the caller has done that.
 */
@ApplicationScoped
public class RepositorySeries {

    private static final int RECENT_DAYS = 14;

    @Inject
    private CollectedDays collected;

    @Inject
    private Today currentDay;

    /** Returns the last 14 complete UTC days, without today. */
    DateRange lastWholeDays() {
        LocalDate today = currentDay.date();
        return new DateRange(today.minusDays(RECENT_DAYS), today.minusDays(1));
    }

    /** Returns one point for each day, week or month of the range, oldest first. */
    @Transactional
    public List<TrafficPoint> series(int repository, DateRange range, Interval interval) {
        return grouped(repository, range, days(repository, range), interval);
    }

    /** Groups the days of the range by day, week or month. */
    @Transactional
    List<TrafficPoint> grouped(int repository, DateRange range, List<TrafficPoint> days, Interval interval) {
        if (interval == Interval.DAY) {
            return days;
        }
        LocalDate monday = Interval.WEEK.start(range.from());
        Map<LocalDate, PeriodNumbers> weeks =
                interval == Interval.WEEK ? collected.weeks(repository, monday, range.to()) : Map.of();
        return PointAggregation.grouped(days, interval, weeks, currentDay.date());
    }

    /** Returns the first collected day; null when nothing was collected. */
    public @Nullable LocalDate firstDay(int repository) {
        return collected.firstDay(repository);
    }

    private List<TrafficPoint> days(int repository, DateRange range) {
        Map<LocalDate, PeriodNumbers> rows = collected.days(repository, range.from(), range.to());
        LocalDate today = currentDay.date();
        return range.from()
                .datesUntil(range.to().plusDays(1))
                .map(day -> PointAggregation.ofDay(day, rows.get(day), today))
                .toList();
    }
}
