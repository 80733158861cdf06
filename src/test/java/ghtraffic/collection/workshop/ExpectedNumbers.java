package ghtraffic.collection.workshop;

import ghtraffic.collection.health.Part;
import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Computes what the tables must contain after a scripted GitHub gave its answers: for each number of each day the
 * maximum, which days its windows covered, and the last value of everything that is stored once a day. The lines have
 * the form of the rows in the tables.
 */
public final class ExpectedNumbers {

    private static final int VIEWS = 0;
    private static final int CLONES = 3;
    private static final int UNCOVERED = 2;

    private final LocalDate createdOn;
    private final Map<LocalDate, int[]> days = new TreeMap<>();
    private final Map<LocalDate, int[]> weeks = new TreeMap<>();
    private final Map<LocalDate, Object[]> totals = new TreeMap<>();
    private final Map<Part, Map<LocalDate, List<String>>> lists = new TreeMap<>();

    /** Starts without answers, for a repository that was created on this UTC day. */
    public ExpectedNumbers(LocalDate createdOn) {
        this.createdOn = createdOn;
    }

    /** Records that GitHub answered with a window of days. */
    public void days(Part part, TrafficWindow window, Instant at) {
        hear(TrafficPeriod.DAY, part, window, at);
        Object[] row =
                totals.computeIfAbsent(utc(at).toLocalDate(), day -> new Object[] {"null", "null", "null", "null"});
        int place = part == Part.VIEWS ? 0 : 2;
        row[place] = window.count();
        row[place + 1] = window.uniques();
    }

    /** Records that GitHub answered with a window of weeks. */
    public void weeks(Part part, TrafficWindow window, Instant at) {
        hear(TrafficPeriod.WEEK, part, window, at);
    }

    private void hear(TrafficPeriod period, Part part, TrafficWindow window, Instant at) {
        Map<LocalDate, int[]> rows = period == TrafficPeriod.DAY ? days : weeks;
        int place = part == Part.VIEWS || part == Part.WEEKLY_VIEWS ? VIEWS : CLONES;
        LocalDate today = utc(at).toLocalDate();
        for (LocalDate start = first(period, today); !start.isAfter(today); start = end(period, start)) {
            if (end(period, start).isAfter(createdOn)) {
                cover(period, rows, place, start, at);
            }
        }
        for (DailyCount said : window.days()) {
            int[] row = cover(period, rows, place, said.day(), at);
            row[place] = Math.max(row[place], said.count());
            row[place + 1] = Math.max(row[place + 1], said.uniques());
        }
    }

    private static int[] cover(
            TrafficPeriod period, Map<LocalDate, int[]> rows, int place, LocalDate start, Instant at) {
        int[] row = rows.computeIfAbsent(start, one -> new int[] {0, 0, UNCOVERED, 0, 0, UNCOVERED});
        LocalDateTime opens = utc(at).minus(Duration.ofDays(14));
        boolean whole = start.atStartOfDay().isAfter(opens)
                && !end(period, start).atStartOfDay().isAfter(utc(at).minusHours(2));
        row[place + 2] = Math.min(row[place + 2], whole ? 0 : 1);
        return row;
    }

    private static LocalDate first(TrafficPeriod period, LocalDate today) {
        LocalDate day = today.minusDays(14);
        return period == TrafficPeriod.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate end(TrafficPeriod period, LocalDate start) {
        return start.plusDays(period == TrafficPeriod.DAY ? 1 : 7);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Records that GitHub answered with a list or other values that are stored once a day. */
    public void list(Part part, List<String> lines, Instant at) {
        lists.computeIfAbsent(part, one -> new TreeMap<>()).put(utc(at).toLocalDate(), lines);
    }

    /** Returns lines of day, views, visitors, coverage, clones, cloners, coverage. */
    public List<String> days() {
        return lines(days);
    }

    /** Returns the same lines by week. */
    public List<String> weeks() {
        return lines(weeks);
    }

    /** Returns GitHub's own totals as lines of day, views, visitors, clones, cloners. */
    public List<String> totals() {
        return totals.entrySet().stream()
                .map(row -> row.getKey() + " "
                        + Arrays.stream(row.getValue()).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Returns lines of day and the last values of that day. */
    public List<String> list(Part part) {
        return lists.getOrDefault(part, Map.of()).entrySet().stream()
                .flatMap(day -> day.getValue().stream().map(line -> day.getKey() + " " + line))
                .toList();
    }

    private static List<String> lines(Map<LocalDate, int[]> rows) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + " "
                        + Arrays.stream(row.getValue())
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
