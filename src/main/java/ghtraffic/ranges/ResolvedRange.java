package ghtraffic.ranges;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range that was chosen, on the day that it is.
 *
 * @param choice what was chosen
 * @param shown the UTC days to show, today among them where the range reaches to the present
 * @param today the UTC day that it is
 */
public record ResolvedRange(RangeChoice choice, DateRange shown, LocalDate today) {

    /** The days that totals are of: those that are over. Today only where there is no other. */
    public DateRange counted() {
        return counted(shown, today);
    }

    public static DateRange counted(DateRange shown, LocalDate today) {
        boolean isOver = shown.to().isBefore(today);
        return isOver || !shown.from().isBefore(today) ? shown : new DateRange(shown.from(), today.minusDays(1));
    }

    /** Whether the totals are of a day that is not over. */
    public boolean isUnfinished() {
        return !counted().to().isBefore(today);
    }

    /** How long the time of one point is: as chosen, else as fits the length. */
    public Interval interval() {
        Interval chosen = choice.interval();
        return chosen == null ? Interval.fit(shown.days()) : chosen;
    }

    /** Whether the range holds only a part of the day, week or month that begins on this day. */
    public boolean cuts(LocalDate start) {
        return shown.cuts(interval(), start);
    }

    /** What it is compared with: what was chosen, but nothing where that is the time before all. */
    public ComparisonPeriod comparison() {
        boolean nothingBefore = choice.preset() == RangePreset.ALL && choice.comparison() == ComparisonPeriod.PREVIOUS;
        return nothingBefore ? ComparisonPeriod.NONE : choice.comparison();
    }

    /** By how many days what it is compared with is earlier, a multiple of 7; 0 where nothing is. */
    public int shift() {
        return comparison().shift(counted().days());
    }

    /** The days that the counted ones are compared with; empty where nothing is compared. */
    public Optional<DateRange> compared() {
        return shift() == 0 ? Optional.empty() : Optional.of(before());
    }

    /** The counted days, as many days earlier as is compared; the same where nothing is. */
    public DateRange before() {
        return counted().before(shift());
    }
}
