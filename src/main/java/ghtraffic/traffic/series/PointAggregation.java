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

/** Makes points of rows, and weeks and months of days. Uniques are never added up. */
final class PointAggregation {

    private PointAggregation() {}

    /** The point of a day; {@code seen} is its row, null when there is none. */
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
     * Adds up days that follow each other, oldest first.
     *
     * @param weeks GitHub's own numbers by Monday, for the uniques of weeks; empty where there are none
     * @param today the UTC day that it is now
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

    /** Uniques of a part of a week stand only while it is not over: the ones so far. */
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
