package ghtraffic.collection.fetch;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives the numbers and the coverage of each day or week from GitHub's lists of views and clones.
 *
 * <p>GitHub leaves out days without traffic, in each list separately; such a day counts 0. The window reaches from the
 * next full hour 14 days ago to now, so its first day is cut off and today is not over. When at most two hours
 * of a day are left in the window, GitHub lists nothing or almost nothing of it. Such a day counts only if it is listed. Because GitHub counts hourly, a day is
 * complete only two hours after its end; until then it is partial. The same applies to weeks. {@code docs/collection.md} has the
 * figures behind these rules.
 */
final class CoverageRules {

    /** Stands for an unchanged answer: the days that it listed are already stored, and the others count 0. */
    static final TrafficWindow UNCHANGED = new TrafficWindow(0, 0, List.of());

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Duration EDGE = Duration.ofHours(2);
    private static final Duration COUNTING = Duration.ofHours(2);
    private static final DailyCount NOTHING = new DailyCount(LocalDate.EPOCH, 0, 0);

    private final TrafficPeriod period;
    private final LocalDate createdOn;
    private final Instant now;
    private final LocalDate first;

    private CoverageRules(TrafficPeriod period, LocalDate createdOn, Instant now) {
        this.period = period;
        this.createdOn = createdOn;
        this.now = now;
        first = start(day(now.minus(WINDOW).plus(EDGE)));
    }

    /**
     * Returns the days or weeks, oldest first.
     *
     * @param views the list of views, or null if it was not collected
     * @param clones the list of clones, or null if it was not collected
     * @param createdOn the UTC day on which the repository was created; earlier days are left out unless they are
     *     listed
     * @param now when the lists were collected
     */
    static List<PeriodNumbers> of(
            TrafficPeriod period,
            @Nullable TrafficWindow views,
            @Nullable TrafficWindow clones,
            LocalDate createdOn,
            Instant now) {
        return new CoverageRules(period, createdOn, now).numbers(views, clones);
    }

    private List<PeriodNumbers> numbers(@Nullable TrafficWindow views, @Nullable TrafficWindow clones) {
        if (views == null && clones == null) {
            return List.of();
        }
        Map<LocalDate, DailyCount> viewed = byStart(views);
        Map<LocalDate, DailyCount> cloned = byStart(clones);
        TreeSet<LocalDate> starts = new TreeSet<>(viewed.keySet());
        starts.addAll(cloned.keySet());
        for (LocalDate start = first; !start.isAfter(day(now)); start = end(start)) {
            if (end(start).isAfter(createdOn)) {
                starts.add(start);
            }
        }
        return starts.stream()
                .map(start -> {
                    DailyCount v = viewed.getOrDefault(start, NOTHING);
                    DailyCount c = cloned.getOrDefault(start, NOTHING);
                    return new PeriodNumbers(
                            start,
                            v.count(),
                            v.uniques(),
                            views == null ? Coverage.NONE : coverage(start, viewed.containsKey(start)),
                            c.count(),
                            c.uniques(),
                            clones == null ? Coverage.NONE : coverage(start, cloned.containsKey(start)));
                })
                .toList();
    }

    private Coverage coverage(LocalDate start, boolean listed) {
        if (!listed && start.isBefore(first)) {
            return Coverage.NONE;
        }
        boolean cut = !midnight(start).isAfter(now.minus(WINDOW));
        boolean open = midnight(end(start)).isAfter(now.minus(COUNTING));
        return cut || open ? Coverage.PARTIAL : Coverage.WHOLE;
    }

    private LocalDate start(LocalDate day) {
        return period == TrafficPeriod.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate end(LocalDate start) {
        return start.plusDays(period == TrafficPeriod.DAY ? 1 : 7);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Map<LocalDate, DailyCount> byStart(@Nullable TrafficWindow window) {
        return window == null
                ? Map.of()
                : window.days().stream()
                        .collect(Collectors.toMap(
                                DailyCount::day, Function.identity(), (a, b) -> a.count() >= b.count() ? a : b));
    }
}
