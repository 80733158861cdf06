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
 * All that a scripted GitHub said, as it is to be kept: of each number of each day the maximum, which days its windows
 * covered, and of what is kept once a day the last. Its lines are those that the tables have.
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

    public ExpectedNumbers(LocalDate createdOn) {
        this.createdOn = createdOn;
    }

    /** It gave a window of days. */
    public void days(Part part, TrafficWindow window, Instant at) {
        hear(TrafficPeriod.DAY, part, window, at);
        Object[] row =
                totals.computeIfAbsent(utc(at).toLocalDate(), day -> new Object[] {"null", "null", "null", "null"});
        int place = part == Part.VIEWS ? 0 : 2;
        row[place] = window.count();
        row[place + 1] = window.uniques();
    }

    /** It gave a window of weeks. */
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

    /** It gave a list, or whatever is kept once a day. */
    public void list(Part part, List<String> lines, Instant at) {
        lists.computeIfAbsent(part, one -> new TreeMap<>()).put(utc(at).toLocalDate(), lines);
    }

    /** Lines of day, views, visitors, coverage, clones, cloners, coverage. */
    public List<String> days() {
        return lines(days);
    }

    /** The same by week. */
    public List<String> weeks() {
        return lines(weeks);
    }

    /** Lines of day, views, visitors, clones, cloners. */
    public List<String> totals() {
        return totals.entrySet().stream()
                .map(row -> row.getKey() + " "
                        + Arrays.stream(row.getValue()).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Lines of day and what was said last on it. */
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
