package ghtraffic.ranges;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The length of time that one point of a series covers. */
public enum Interval {
    /** One UTC day. */
    DAY,
    /** A week from Monday to Sunday, as GitHub counts them. */
    WEEK,
    /** A calendar month. */
    MONTH;

    private static final int MOST_DAYS = 100;
    private static final int MOST_WEEKS = 160;

    /**
     * Parses {@code day}, {@code week} or {@code month}.
     *
     * @throws IllegalArgumentException with a message for users
     */
    public static Interval parse(String text) {
        for (Interval interval : values()) {
            if (interval.toString().equals(text)) {
                return interval;
            }
        }
        throw new IllegalArgumentException("interval: must be day, week or month");
    }

    /** Returns the interval that shows this many days with a readable number of points. */
    public static Interval fit(int days) {
        return days <= MOST_DAYS ? DAY : days <= MOST_WEEKS * 7 ? WEEK : MONTH;
    }

    /**
     * Extends a range to whole weeks or months, but not beyond today. If it becomes too long, the first ones are
     * dropped.
     */
    public DateRange whole(DateRange range, LocalDate today) {
        LocalDate last = next(range.to()).minusDays(1);
        LocalDate to = last.isAfter(today) ? today : last;
        LocalDate from = start(range.from());
        while (DateRange.isTooLong(from, to)) {
            from = next(from);
        }
        return new DateRange(from, to);
    }

    private LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case WEEK -> start(day).plusWeeks(1);
            case MONTH -> start(day).plusMonths(1);
        };
    }

    /** Returns the first day of the day, week (from Monday) or month that contains this day. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** Returns the last day of the interval that begins on this day. */
    LocalDate end(LocalDate start) {
        return switch (this) {
            case DAY -> start;
            case WEEK -> start.plusDays(6);
            case MONTH -> start.plusMonths(1).minusDays(1);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
