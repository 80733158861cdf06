package ghtraffic.traffic.tables;

import ghtraffic.traffic.series.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The order of the rows of a table.
 *
 * @param column the word for the column that orders the rows: {@code date}, {@code repository} or that of a
 *     {@link Measure}
 * @param descending whether the largest number, the latest date or the alphabetically last name comes first
 */
record RowOrder(String column, boolean descending) {

    private static final String DATE = "date";
    private static final String REPOSITORY = "repository";

    /** The default order: by date, the latest first. */
    static final RowOrder LATEST = new RowOrder(DATE, true);

    /** Reads the word of a column, after a minus for descending order. Any other text means {@link #LATEST}. */
    static RowOrder parse(String text) {
        boolean descending = text.startsWith("-");
        String column = descending ? text.substring(1) : text;
        boolean known = column.equals(DATE)
                || column.equals(REPOSITORY)
                || Measure.of(column).isPresent();
        return known ? new RowOrder(column, descending) : LATEST;
    }

    /** Returns the measure that orders the rows, or null if they are ordered by date or repository. */
    @Nullable
    Measure measure() {
        return Measure.of(column).orElse(null);
    }

    boolean isByRepository() {
        return column.equals(REPOSITORY);
    }

    /**
     * Returns the order that a click on the heading of a column leads to: the reverse order if this column already
     * orders the rows, else ascending for repositories and descending for all others.
     */
    RowOrder at(String other) {
        return new RowOrder(other, other.equals(column) ? !descending : !other.equals(REPOSITORY));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + column;
    }
}
