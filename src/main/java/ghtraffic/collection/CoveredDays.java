package ghtraffic.collection;

import ghtraffic.github.DailyCount;
import ghtraffic.github.TrafficWindow;
import ghtraffic.traffic.DailyNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What GitHub's two lists say of each day that their window covers.
 *
 * <p>GitHub leaves out days without traffic, from each list on its own: such a day counts 0. The window reaches from this
 * hour 14 days ago to now, so its oldest day is cut and today is not over; and because GitHub counts hourly, a day is taken
 * as whole only two hours after its end.
 */
final class CoveredDays {

    private static final int WINDOW_DAYS = 14;
    private static final Duration COUNTING = Duration.ofHours(2);
    private static final DailyCount NOTHING = new DailyCount(LocalDate.EPOCH, 0, 0);

    private CoveredDays() {}

    static List<DailyNumbers> of(TrafficWindow views, TrafficWindow clones, LocalDate createdOn, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate cut = today.minusDays(WINDOW_DAYS);
        LocalDate open = LocalDate.ofInstant(now.minus(COUNTING), ZoneOffset.UTC);
        Map<LocalDate, DailyCount> viewed = byDay(views);
        Map<LocalDate, DailyCount> cloned = byDay(clones);
        TreeSet<LocalDate> days = new TreeSet<>(viewed.keySet());
        days.addAll(cloned.keySet());
        cut.datesUntil(today.plusDays(1))
                .filter(day -> !day.isBefore(createdOn))
                .forEach(days::add);
        return days.stream()
                .map(day -> {
                    DailyCount v = viewed.getOrDefault(day, NOTHING);
                    DailyCount c = cloned.getOrDefault(day, NOTHING);
                    boolean partial = !day.isAfter(cut) || !day.isBefore(open);
                    return new DailyNumbers(day, v.count(), v.uniques(), c.count(), c.uniques(), partial);
                })
                .toList();
    }

    private static Map<LocalDate, DailyCount> byDay(TrafficWindow window) {
        return window.days().stream()
                .collect(Collectors.toMap(
                        DailyCount::day, Function.identity(), (a, b) -> a.count() >= b.count() ? a : b));
    }
}
