package ghtraffic.traffic.compare;

import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.TrafficPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measure of several repositories side by side.
 *
 * @param rows one row for each day, week or month, the latest first
 */
public record ComparisonTable(List<Row> rows) {

    /**
     * The values of all repositories for one day, week or month.
     *
     * @param date the day, or the first day of the week or month
     * @param values one value for each repository, in their order
     */
    public record Row(LocalDate date, List<Value> values) {

        /** Returns whether any value of the row is partial. */
        public boolean partial() {
            return values.stream().anyMatch(Value::partial);
        }
    }

    /**
     * The value of one repository.
     *
     * @param number null if it was not collected, or if daily numbers do not add up to it
     * @param partial whether the time of the value is not over or was not collected completely
     */
    public record Value(@Nullable Long number, boolean partial) {}

    /** Creates the table from one series for each repository, all with the same dates, oldest first. */
    static ComparisonTable of(List<List<TrafficPoint>> series, Measure measure) {
        List<Row> rows = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).size();
        for (int at = length - 1; at >= 0; at--) {
            List<Value> values = new ArrayList<>();
            for (List<TrafficPoint> line : series) {
                TrafficPoint point = line.get(at);
                values.add(new Value(measure.of(point), point.collected() && point.partial()));
            }
            rows.add(new Row(series.get(0).get(at).date(), values));
        }
        return new ComparisonTable(rows);
    }

    /** Returns whether the table has any number. */
    boolean isCollected() {
        return rows.stream().anyMatch(row -> row.values().stream().anyMatch(value -> value.number() != null));
    }
}
