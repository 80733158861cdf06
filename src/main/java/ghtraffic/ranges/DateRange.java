package ghtraffic.ranges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * UTC days from one to another, both included; at most ten years, which have up to 3,653 days between their ends.
 *
 * @param from the first day
 * @param to the last day
 */
public record DateRange(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 10;
    private static final int MOST_DAYS = 3_653;
    private static final int USUAL_DAYS = 28;

    /** Refuses with a message for people what is no range or too long a one. */
    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " is before from (" + from + ")");
        }
        if (isTooLong(from, to)) {
            throw new IllegalArgumentException(
                    "from: a range of more than " + MOST_YEARS + " years is too long; ask for it in parts");
        }
    }

    /** The range that ends today unless told, and begins 28 days before today unless told. */
    public static DateRange of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate end = to == null ? today : to;
        return new DateRange(from == null ? end.minusDays(USUAL_DAYS) : from, end);
    }

    /** The days from one to another; empty when the other is before it. */
    public static Optional<DateRange> between(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateRange(from, to));
    }

    static boolean isTooLong(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) > MOST_DAYS;
    }

    /** Whether it holds only a part of the day, week or month that begins on this day. */
    public boolean cuts(Interval interval, LocalDate start) {
        return start.isBefore(from) || interval.end(start).isAfter(to);
    }

    /** As long a range, that many days earlier. */
    public DateRange before(int days) {
        return new DateRange(from.minusDays(days), to.minusDays(days));
    }

    /** The number of days. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
