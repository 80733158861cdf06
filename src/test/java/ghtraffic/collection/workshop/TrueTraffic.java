package ghtraffic.collection.workshop;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.TrafficKind;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The true traffic of a repository, invented hour by hour, and the windows of it that GitHub shows: they move every
 * hour, an hour is counted one hour after its end, and days without traffic are left out.
 *
 * @param createdAt when the repository was created, a full hour; there is no traffic before
 */
public record TrueTraffic(Instant createdAt) {

    private static final int PEOPLE = 40;
    private static final int QUIET = 6;

    private record Row(int count, Set<Integer> people) {}

    /** Returns the window that GitHub shows at a given time. */
    public TrafficWindow window(TrafficKind kind, TrafficPeriod period, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Map<LocalDate, Row> rows = rows(kind, period, hour.minus(Duration.ofDays(14)), hour.minus(Duration.ofHours(1)));
        List<DailyCount> days = new ArrayList<>();
        Set<Integer> people = new HashSet<>();
        int count = 0;
        for (Map.Entry<LocalDate, Row> row : rows.entrySet()) {
            count += row.getValue().count();
            people.addAll(row.getValue().people());
            days.add(new DailyCount(
                    row.getKey(),
                    row.getValue().count(),
                    row.getValue().people().size()));
        }
        return new TrafficWindow(count, people.size(), days);
    }

    /** Returns the true numbers of a whole UTC day. */
    public DailyCount day(TrafficKind kind, LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Row row = rows(kind, TrafficPeriod.DAY, midnight, midnight.plus(Duration.ofDays(1)))
                .getOrDefault(day, new Row(0, Set.of()));
        return new DailyCount(day, row.count(), row.people().size());
    }

    private Map<LocalDate, Row> rows(TrafficKind kind, TrafficPeriod period, Instant from, Instant to) {
        Map<LocalDate, Row> rows = new TreeMap<>();
        for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
            int count = count(kind, hour);
            if (count > 0) {
                Row row = rows.computeIfAbsent(start(period, hour), start -> new Row(0, new HashSet<>()));
                for (int visit = 0; visit < count; visit++) {
                    row.people().add(chance(PEOPLE, kind.ordinal(), hour.getEpochSecond(), visit));
                }
                rows.put(start(period, hour), new Row(row.count() + count, row.people()));
            }
        }
        return rows;
    }

    private int count(TrafficKind kind, Instant hour) {
        boolean quiet =
                chance(QUIET, kind.ordinal(), hour.truncatedTo(ChronoUnit.DAYS).getEpochSecond(), 99) == 0;
        return quiet || hour.isBefore(createdAt)
                ? 0
                : Math.max(0, chance(8, kind.ordinal(), hour.getEpochSecond(), 98) - 3);
    }

    private static LocalDate start(TrafficPeriod period, Instant hour) {
        LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
        return period == TrafficPeriod.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Returns a pseudorandom number from 0 to below the bound, always the same for the same arguments. */
    public static int chance(int bound, long... of) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long one : of) {
            mixed = (mixed ^ one) * 0xBF58476D1CE4E5B9L;
            mixed ^= mixed >>> 31;
        }
        return (int) Math.floorMod(mixed * 0x94D049BB133111EBL >>> 17, (long) bound);
    }

    /** Returns a copy of the window with all numbers halved. */
    public static TrafficWindow halved(TrafficWindow window) {
        return new TrafficWindow(
                window.count() / 2,
                window.uniques() / 2,
                window.days().stream()
                        .map(day -> new DailyCount(day.day(), day.count() / 2, day.uniques() / 2))
                        .toList());
    }
}
