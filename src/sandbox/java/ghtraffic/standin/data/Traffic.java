package ghtraffic.standin.data;

import ghtraffic.standin.http.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the views and clones of a window from the single visits. A day or week without any has no row. */
public final class Traffic {

    private static final TemporalAdjuster MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);

    private Traffic() {}

    public static Map<String, @Nullable Object> perDay(Repository repository, TrafficKind kind, Instant now) {
        return count(repository, kind, now, day -> day);
    }

    public static Map<String, @Nullable Object> perWeek(Repository repository, TrafficKind kind, Instant now) {
        return count(repository, kind, now, MONDAY);
    }

    private static Map<String, @Nullable Object> count(
            Repository repository, TrafficKind kind, Instant now, TemporalAdjuster start) {
        Tally total = new Tally();
        SortedMap<LocalDate, Tally> rows = new TreeMap<>();
        Window.rolling(now).hours(repository).forEach(hour -> {
            LocalDate row = LocalDate.ofEpochDay(Math.floorDiv(hour, 24L)).with(start);
            for (Visit visit : Visit.during(repository, kind, hour)) {
                total.add(visit.visitor(), visit.count());
                rows.computeIfAbsent(row, day -> new Tally()).add(visit.visitor(), visit.count());
            }
        });
        return Json.object("count", total.count(), "uniques", total.uniques(), kind.list(), json(rows));
    }

    private static List<Map<String, @Nullable Object>> json(SortedMap<LocalDate, Tally> rows) {
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        rows.forEach((day, tally) -> json.add(
                Json.object("timestamp", day + "T00:00:00Z", "count", tally.count(), "uniques", tally.uniques())));
        return json;
    }
}
