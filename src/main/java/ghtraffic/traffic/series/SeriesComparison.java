package ghtraffic.traffic.series;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * Compares the traffic of a range with that of an earlier one. Does not check who may see the repository: the caller
 * has done that.
 */
@ApplicationScoped
public class SeriesComparison {

    /**
     * The traffic of a range and of the range that it is compared with.
     *
     * @param points one point for each day, week or month that is shown, oldest first
     * @param earlier the earlier point for each of them; empty when nothing is compared
     * @param totals the totals of the days that count
     * @param collectedDays on how many of the days that count anything was collected
     */
    public record Compared(
            List<TrafficPoint> points, List<TrafficPoint> earlier, ComparedTotals totals, int collectedDays) {}

    @Inject
    private RepositorySeries history;

    @Inject
    private Today currentDay;

    /** Returns the traffic of the range and of the one that it is compared with, and the totals of both. */
    @Transactional
    public Compared of(int repository, ResolvedRange chosen) {
        int shift = chosen.shift();
        List<TrafficPoint> days = history.series(repository, chosen.shown(), Interval.DAY);
        List<TrafficPoint> before = shift == 0 ? List.of() : earlierDays(repository, chosen.shown(), shift);
        List<TrafficPoint> counted = counted(days, chosen);
        return new Compared(
                history.grouped(repository, chosen.shown(), days, chosen.interval()),
                shift == 0 ? List.of() : earlier(repository, chosen.shown(), before, chosen.interval(), shift),
                ComparedTotals.of(chosen, counted, counted(before, chosen)),
                (int) counted.stream().filter(TrafficPoint::collected).count());
    }

    private static List<TrafficPoint> counted(List<TrafficPoint> days, ResolvedRange chosen) {
        DateRange counted = chosen.counted();
        return days.stream()
                .filter(day ->
                        !day.date().isBefore(counted.from()) && !day.date().isAfter(counted.to()))
                .toList();
    }

    /**
     * Returns the traffic of {@code shift} days earlier, one point for each day, week or month of the range. Each point
     * has the date of the later point that it is compared with, and a month has the days that its days are compared
     * with.
     *
     * @param shift the number of days, a multiple of 7
     */
    @Transactional
    public List<TrafficPoint> earlier(int repository, DateRange range, Interval interval, int shift) {
        return earlier(repository, range, earlierDays(repository, range, shift), interval, shift);
    }

    private List<TrafficPoint> earlierDays(int repository, DateRange range, int shift) {
        return later(history.series(repository, range.before(shift), Interval.DAY), shift);
    }

    /** Weeks stay complete weeks with their own unique visitors and cloners, because the shift is a multiple of 7. */
    private List<TrafficPoint> earlier(
            int repository, DateRange range, List<TrafficPoint> days, Interval interval, int shift) {
        return switch (interval) {
            case DAY -> days;
            case WEEK -> later(history.series(repository, range.before(shift), interval), shift);
            case MONTH -> PointAggregation.grouped(days, interval, Map.of(), currentDay.date());
        };
    }

    private static List<TrafficPoint> later(List<TrafficPoint> points, int shift) {
        return points.stream()
                .map(point -> point.at(point.date().plusDays(shift)))
                .toList();
    }
}
