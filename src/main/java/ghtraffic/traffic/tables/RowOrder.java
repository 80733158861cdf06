package ghtraffic.traffic.tables;

import ghtraffic.traffic.series.Measure;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a table are ordered.
 *
 * @param column by the word of a column: {@code date}, {@code repository} or that of a {@link Measure}
 * @param descending whether the largest, the latest or the last of the alphabet comes first
 */
record RowOrder(String column, boolean descending) {

    private static final String DATE = "date";
    private static final String REPOSITORY = "repository";

    /** The latest first. */
    static final RowOrder LATEST = new RowOrder(DATE, true);

    /** Reads a column's word, with a minus before it for descending; the latest first where it is none. */
    static RowOrder parse(String text) {
        boolean descending = text.startsWith("-");
        String column = descending ? text.substring(1) : text;
        boolean known = column.equals(DATE)
                || column.equals(REPOSITORY)
                || Measure.of(column).isPresent();
        return known ? new RowOrder(column, descending) : LATEST;
    }

    /** What it is ordered by; null for the date or the repository. */
    @Nullable
    Measure measure() {
        return Measure.of(column).orElse(null);
    }

    boolean isByRepository() {
        return column.equals(REPOSITORY);
    }

    /** What the heading of a column leads to: the other way round where it is ordered by that, else the usual way. */
    RowOrder at(String other) {
        return new RowOrder(other, other.equals(column) ? !descending : !other.equals(REPOSITORY));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + column;
    }
}
