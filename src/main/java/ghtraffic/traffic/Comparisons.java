package ghtraffic.traffic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Sets the traffic of a range beside that of an earlier one. Who may see the repository is decided before. */
@ApplicationScoped
public class Comparisons {

    @Inject
    private TrafficHistory history;

    /** The totals of the range, with their change. */
    public ComparedTotals totals(int repository, ChosenRange chosen) {
        return ComparedTotals.of(
                chosen,
                history.series(repository, chosen.counted(), Interval.DAY),
                chosen.compared()
                        .map(before -> history.series(repository, before, Interval.DAY))
                        .orElse(List.of()));
    }

    /**
     * What was that many days before, one point for each day, week or month of the range. Each point has the date of the one
     * that it stands beside, and a month the days that its days are compared with.
     *
     * @param shift a multiple of 7
     */
    public List<TrafficPoint> earlier(int repository, Range range, Interval interval, int shift) {
        Interval weeksStayWeeks = interval == Interval.MONTH ? Interval.DAY : interval;
        List<TrafficPoint> points = history.series(repository, range.before(shift), weeksStayWeeks).stream()
                .map(point -> point.at(point.date().plusDays(shift)))
                .toList();
        LocalDate today = history.today().plusDays(shift);
        return interval == Interval.MONTH ? TrafficPoints.grouped(points, interval, Map.of(), today) : points;
    }
}
