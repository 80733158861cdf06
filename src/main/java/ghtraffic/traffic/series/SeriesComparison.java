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

/** Sets the traffic of a range beside that of an earlier one. Who may see the repository is decided before. */
@ApplicationScoped
public class SeriesComparison {

    /**
     * A range and what it is compared with.
     *
     * @param points one for each day, week or month that is shown, oldest first
     * @param earlier one beside each of them; empty where nothing is compared
     * @param totals of the days that count
     * @param collectedDays on how many of the days that the totals are of something was collected
     */
    public record Compared(
            List<TrafficPoint> points, List<TrafficPoint> earlier, ComparedTotals totals, int collectedDays) {}

    @Inject
    private RepositorySeries history;

    @Inject
    private Today currentDay;

    /** The traffic of the range, what it is compared with, and the totals of both. */
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
     * What was that many days before, one point for each day, week or month of the range. Each point has the date of the one
     * that it stands beside, and a month the days that its days are compared with.
     *
     * @param shift a multiple of 7
     */
    @Transactional
    public List<TrafficPoint> earlier(int repository, DateRange range, Interval interval, int shift) {
        return earlier(repository, range, earlierDays(repository, range, shift), interval, shift);
    }

    private List<TrafficPoint> earlierDays(int repository, DateRange range, int shift) {
        return later(history.series(repository, range.before(shift), Interval.DAY), shift);
    }

    /** Weeks stay weeks, with their own uniques, because the shift is of whole weeks. */
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
