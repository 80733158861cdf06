package ghtraffic.traffic.series;

import ghtraffic.ranges.ResolvedRange;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Views and clones of a range, with their change against the range that it is compared with.
 *
 * @param views page views of the days that are over, or of today so far when the range has no other day; null when none
 *     were collected
 * @param clones git clones of the same days; null when none were collected
 * @param viewsChange the change of the views
 * @param clonesChange the change of the clones
 */
public record ComparedTotals(@Nullable Long views, @Nullable Long clones, Change viewsChange, Change clonesChange) {

    /**
     * Adds up days.
     *
     * @param now the days of the range that count
     * @param before the days that they are compared with; ignored when nothing is compared
     */
    static ComparedTotals of(ResolvedRange chosen, List<TrafficPoint> now, List<TrafficPoint> before) {
        return of(chosen, sum(now), sum(before), missing(now) + missing(before));
    }

    /**
     * Compares two sums.
     *
     * @param missing the number of days in both ranges that were not collected or are partial
     */
    static ComparedTotals of(ResolvedRange chosen, Totals now, Totals before, int missing) {
        if (chosen.shift() == 0) {
            return new ComparedTotals(now.views(), now.clones(), Change.NONE, Change.NONE);
        }
        if (chosen.isUnfinished()) {
            return new ComparedTotals(now.views(), now.clones(), Change.unfinished(), Change.unfinished());
        }
        return new ComparedTotals(
                now.views(),
                now.clones(),
                Change.between(orZero(now.views()), orZero(before.views()), missing),
                Change.between(orZero(now.clones()), orZero(before.clones()), missing));
    }

    /**
     * Adds up the totals of several repositories. The change is computed from those whose days were all collected; when
     * there are none, the change only explains why.
     */
    public static ComparedTotals together(Collection<ComparedTotals> all) {
        return new ComparedTotals(
                sum(all, ComparedTotals::views),
                sum(all, ComparedTotals::clones),
                change(all.stream().map(ComparedTotals::viewsChange).toList()),
                change(all.stream().map(ComparedTotals::clonesChange).toList()));
    }

    private static Change change(List<Change> changes) {
        List<Change> known = changes.stream().filter(Change::isKnown).toList();
        if (known.isEmpty()) {
            List<Change> reasons = changes.stream().distinct().limit(2).toList();
            return reasons.isEmpty() ? Change.NONE : reasons.size() == 1 ? reasons.get(0) : Change.incomplete();
        }
        return Change.between(total(known, Change::now), total(known, Change::before));
    }

    private static long total(List<Change> changes, ToLongFunction<Change> field) {
        return changes.stream().mapToLong(field).sum();
    }

    private static int missing(List<TrafficPoint> days) {
        return (int)
                days.stream().filter(day -> day.partial() || !day.collected()).count();
    }

    private static Totals sum(List<TrafficPoint> days) {
        return new Totals(sum(days, TrafficPoint::views), sum(days, TrafficPoint::clones));
    }

    private static <T> @Nullable Long sum(Collection<T> all, Function<T, @Nullable Long> field) {
        Long sum = null;
        for (T one : all) {
            Long value = field.apply(one);
            if (value != null) {
                sum = orZero(sum) + value;
            }
        }
        return sum;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
