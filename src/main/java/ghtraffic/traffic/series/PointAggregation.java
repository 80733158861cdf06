package ghtraffic.traffic.series;

import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows into points, and days into weeks and months. Unique visitors and cloners are never added up. */
final class PointAggregation {

    private PointAggregation() {}

    /**
     * Returns the point of a day.
     *
     * @param seen the row of the day; null when there is none
     * @param today the current UTC day
     */
    static TrafficPoint ofDay(LocalDate day, @Nullable PeriodNumbers seen, LocalDate today) {
        if (seen == null) {
            return TrafficPoint.notCollected(day);
        }
        boolean viewed = seen.viewsCovered() != Coverage.NONE;
        boolean cloned = seen.clonesCovered() != Coverage.NONE;
        boolean whole = seen.viewsCovered() == Coverage.WHOLE && seen.clonesCovered() == Coverage.WHOLE;
        return new TrafficPoint(
                day,
                viewed ? Long.valueOf(seen.views()) : null,
                viewed ? seen.visitors() : null,
                cloned ? Long.valueOf(seen.clones()) : null,
                cloned ? seen.cloners() : null,
                !whole || day.equals(today));
    }

    /**
     * Adds up consecutive days to points of weeks or months.
     *
     * @param days oldest first
     * @param weeks GitHub's own numbers by Monday, for the unique visitors and cloners of weeks; empty for months
     * @param today the current UTC day
     */
    static List<TrafficPoint> grouped(
            List<TrafficPoint> days, Interval interval, Map<LocalDate, PeriodNumbers> weeks, LocalDate today) {
        Map<LocalDate, List<TrafficPoint>> groups = days.stream()
                .collect(Collectors.groupingBy(
                        point -> interval.start(point.date()), TreeMap::new, Collectors.toList()));
        List<TrafficPoint> points = new ArrayList<>();
        groups.forEach((start, group) -> points.add(sum(start, group, weeks.get(start), today)));
        return points;
    }

    private static TrafficPoint sum(
            LocalDate start, List<TrafficPoint> group, @Nullable PeriodNumbers week, LocalDate today) {
        if (group.stream().noneMatch(TrafficPoint::collected)) {
            return TrafficPoint.notCollected(start);
        }
        boolean partial = group.stream().anyMatch(point -> !point.collected() || point.partial());
        boolean now = !today.isAfter(start.plusDays(6));
        boolean all = group.get(0).date().equals(start)
                && (group.size() == 7 || !group.get(group.size() - 1).date().isBefore(today));
        PeriodNumbers own = all ? week : null;
        return new TrafficPoint(
                start,
                total(group, TrafficPoint::views),
                own == null || !tells(own.viewsCovered(), now) ? null : own.visitors(),
                total(group, TrafficPoint::clones),
                own == null || !tells(own.clonesCovered(), now) ? null : own.cloners(),
                partial);
    }

    /**
     * Returns whether the unique visitors or cloners of a week can be shown. Those of a partly collected week are shown
     * only until the week is over, as the number so far.
     */
    private static boolean tells(Coverage uniques, boolean now) {
        return uniques == Coverage.WHOLE || now && uniques == Coverage.PARTIAL;
    }

    private static @Nullable Long total(List<TrafficPoint> group, Function<TrafficPoint, @Nullable Long> field) {
        Long total = null;
        for (TrafficPoint point : group) {
            Long value = field.apply(point);
            if (value != null) {
                total = total == null ? value : Long.valueOf(total + value);
            }
        }
        return total;
    }
}
