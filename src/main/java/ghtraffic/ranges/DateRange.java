package ghtraffic.ranges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UTC days from the first to the last, both included: at most ten years, so the ends are at most 3,653 days apart. */
public record DateRange(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 10;
    private static final int MOST_DAYS = 3_653;
    private static final int USUAL_DAYS = 28;

    /**
     * Checks order and length.
     *
     * @throws IllegalArgumentException with a message for users
     */
    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " is before from (" + from + ")");
        }
        if (isTooLong(from, to)) {
            throw new IllegalArgumentException(
                    "from: a range of more than " + MOST_YEARS + " years is too long; ask for it in parts");
        }
    }

    /** Returns the range from {@code from}, by default 28 days before its end, to {@code to}, by default today. */
    public static DateRange of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate end = to == null ? today : to;
        return new DateRange(from == null ? end.minusDays(USUAL_DAYS) : from, end);
    }

    /**
     * Returns a range of days that can have numbers: as {@link #of}, but it ends today at the latest.
     *
     * @throws IllegalArgumentException with a message for users if it begins after today
     */
    public static DateRange untilToday(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (from != null && from.isAfter(today) && (to == null || !to.isBefore(from))) {
            throw new IllegalArgumentException("from: " + from + " is still to come");
        }
        return of(from, to != null && to.isAfter(today) ? today : to, today);
    }

    /** Returns the days from one to the other; empty if {@code to} is before {@code from}. */
    public static Optional<DateRange> between(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateRange(from, to));
    }

    static boolean isTooLong(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) > MOST_DAYS;
    }

    /** Returns whether the range contains only a part of the day, week or month that begins on this day. */
    public boolean cuts(Interval interval, LocalDate start) {
        return start.isBefore(from) || interval.end(start).isAfter(to);
    }

    /** Returns the range moved back by this many days. */
    public DateRange before(int days) {
        return new DateRange(from.minusDays(days), to.minusDays(days));
    }

    /** Returns the number of days. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
