package ghtraffic.traffic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Whole calendar months.
 *
 * @param first the first of them
 * @param last the last of them, which is included
 */
record Months(YearMonth first, YearMonth last) {

    /** Those that lie wholly in the range; empty when none does. */
    static Optional<Months> within(Range range) {
        YearMonth begun = YearMonth.from(range.from());
        YearMonth ended = YearMonth.from(range.to().plusDays(1)).minusMonths(1);
        YearMonth first = range.from().getDayOfMonth() == 1 ? begun : begun.plusMonths(1);
        return first.isAfter(ended) ? Optional.empty() : Optional.of(new Months(first, ended));
    }

    /** The days of the range before them; empty when there are none. */
    Optional<Range> before(Range range) {
        return days(range.from(), first.atDay(1).minusDays(1));
    }

    /** The days of the range after them; empty when there are none. */
    Optional<Range> after(Range range) {
        return days(last.atEndOfMonth().plusDays(1), range.to());
    }

    private static Optional<Range> days(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Range(from, to));
    }
}
