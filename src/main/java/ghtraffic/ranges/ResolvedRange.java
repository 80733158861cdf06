package ghtraffic.ranges;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A choice resolved to days.
 *
 * @param choice the user's choice
 * @param shown the UTC days to show, including today if the range reaches to the present
 * @param today the current UTC day
 */
public record ResolvedRange(RangeChoice choice, DateRange shown, LocalDate today) {

    /** Returns the days that totals cover: without today, unless the range has no other day. */
    public DateRange counted() {
        return counted(shown, today);
    }

    /** Returns the days that totals of a shown range cover: without today, unless it has no other day. */
    public static DateRange counted(DateRange shown, LocalDate today) {
        boolean isOver = shown.to().isBefore(today);
        return isOver || !shown.from().isBefore(today) ? shown : new DateRange(shown.from(), today.minusDays(1));
    }

    /** Returns whether the totals cover a day that is not over. */
    public boolean isUnfinished() {
        return !counted().to().isBefore(today);
    }

    /** Returns the chosen interval, or one that fits the length. */
    public Interval interval() {
        Interval chosen = choice.interval();
        return chosen == null ? Interval.fit(shown.days()) : chosen;
    }

    /** Returns whether the range contains only a part of the day, week or month that begins on this day. */
    public boolean cuts(LocalDate start) {
        return shown.cuts(interval(), start);
    }

    /** Returns the chosen comparison, or none where the range covers all days, so that there are no previous ones. */
    public ComparisonPeriod comparison() {
        boolean nothingBefore = choice.preset() == RangePreset.ALL && choice.comparison() == ComparisonPeriod.PREVIOUS;
        return nothingBefore ? ComparisonPeriod.NONE : choice.comparison();
    }

    /** Returns by how many days the compared days are earlier, a multiple of 7; 0 without a comparison. */
    public int shift() {
        return comparison().shift(counted().days());
    }

    /** Returns the days that {@link #counted} is compared with; empty without a comparison. */
    public Optional<DateRange> compared() {
        return shift() == 0 ? Optional.empty() : Optional.of(before());
    }

    /** Returns the counted days, moved back by {@link #shift}. Without a comparison they are the same days. */
    public DateRange before() {
        return counted().before(shift());
    }
}
