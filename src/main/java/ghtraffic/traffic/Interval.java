package ghtraffic.traffic;

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

    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
