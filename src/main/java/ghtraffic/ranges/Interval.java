package ghtraffic.ranges;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the time of one point of a series is. */
public enum Interval {
    /** One UTC day. */
    DAY,
    /** A week that begins on Monday, as GitHub's do. */
    WEEK,
    /** A calendar month. */
    MONTH;

    private static final int MOST_DAYS = 100;
    private static final int MOST_WEEKS = 160;

    /**
     * Reads {@code day}, {@code week} or {@code month}.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static Interval parse(String text) {
        for (Interval interval : values()) {
            if (interval.toString().equals(text)) {
                return interval;
            }
        }
        throw new IllegalArgumentException("interval: must be day, week or month");
    }

    /** The one that draws a range of that many days with a number of points that can be told apart. */
    public static Interval fit(int days) {
        return days <= MOST_DAYS ? DAY : days <= MOST_WEEKS * 7 ? WEEK : MONTH;
    }

    /**
     * A range without parts of weeks or months: they are completed, up to today. Where it would become too long, the first ones
     * are left out.
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

    /** The first day of the day, week (Monday) or month that this day is in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The last day of the time that begins on this day. */
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
