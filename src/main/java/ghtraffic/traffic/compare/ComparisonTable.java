package ghtraffic.traffic.compare;

import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.TrafficPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of several repositories side by side.
 *
 * @param rows one for each day, week or month, the latest first
 */
public record ComparisonTable(List<Row> rows) {

    /**
     * What all of them had on one day, or in one week or month.
     *
     * @param date its first day
     * @param values of each, in their order
     */
    public record Row(LocalDate date, List<Value> values) {

        /** Whether any of them is of a time that was not seen whole, or is not over. */
        public boolean partial() {
            return values.stream().anyMatch(Value::partial);
        }
    }

    /**
     * What one of them had.
     *
     * @param number null where nothing was collected or does not add up
     * @param partial whether it is of a time that was not seen whole, or is not over
     */
    public record Value(@Nullable Long number, boolean partial) {}

    /** Of series with the same dates, oldest first. */
    static ComparisonTable of(List<List<TrafficPoint>> series, Measure measure) {
        List<Row> rows = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).size();
        for (int at = 0; at < length; at++) {
            List<Value> values = new ArrayList<>();
            for (List<TrafficPoint> line : series) {
                TrafficPoint point = line.get(at);
                values.add(new Value(measure.of(point), point.collected() && point.partial()));
            }
            rows.add(new Row(series.get(0).get(at).date(), values));
        }
        Collections.reverse(rows);
        return new ComparisonTable(rows);
    }

    /** Whether there is any number. */
    boolean isCollected() {
        return rows.stream().anyMatch(row -> row.values().stream().anyMatch(value -> value.number() != null));
    }
}
