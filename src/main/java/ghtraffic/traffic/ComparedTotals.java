package ghtraffic.traffic;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Views and clones of a range, with their change against the range that it is compared with.
 *
 * @param views page views of the days that are over; of today so far where there is no other day
 * @param clones git clones in the same way
 * @param viewsChange how the views changed
 * @param clonesChange how the clones changed
 */
public record ComparedTotals(long views, long clones, Change viewsChange, Change clonesChange) {

    /**
     * Adds up days.
     *
     * @param now the days that the range counts
     * @param before the days that it is compared with; of no matter where nothing is compared
     */
    static ComparedTotals of(ChosenRange chosen, List<TrafficPoint> now, List<TrafficPoint> before) {
        long views = sum(now, TrafficPoint::views);
        long clones = sum(now, TrafficPoint::clones);
        if (chosen.shift() == 0) {
            return new ComparedTotals(views, clones, Change.NONE, Change.NONE);
        }
        if (chosen.isUnfinished()) {
            return new ComparedTotals(views, clones, Change.unfinished(), Change.unfinished());
        }
        int missing = missing(now) + missing(before);
        return new ComparedTotals(
                views,
                clones,
                Change.between(views, sum(before, TrafficPoint::views), missing),
                Change.between(clones, sum(before, TrafficPoint::clones), missing));
    }

    private static int missing(List<TrafficPoint> days) {
        return (int)
                days.stream().filter(day -> day.partial() || !day.collected()).count();
    }

    private static long sum(List<TrafficPoint> days, Function<TrafficPoint, @Nullable Long> field) {
        long sum = 0;
        for (TrafficPoint day : days) {
            Long value = field.apply(day);
            sum += value == null ? 0 : value;
        }
        return sum;
    }
}
