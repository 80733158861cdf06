package ghtraffic.ranges;

import java.util.Arrays;
import java.util.Locale;

/** The period that a range is compared with. Each day is compared with one of the same weekday. */
public enum ComparisonPeriod {
    /** The days just before, moved back by as many whole weeks as the range needs. */
    PREVIOUS,
    /** The same days 52 weeks earlier. */
    YEAR,
    /** No comparison. */
    NONE;

    private static final int WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;

    /**
     * Parses {@code previous}, {@code year} or {@code none}.
     *
     * @throws IllegalArgumentException with a message for users
     */
    public static ComparisonPeriod parse(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("compare: must be previous, year or none"));
    }

    /** Returns the word that addresses use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the next value, for a control that switches through all of them. */
    public ComparisonPeriod next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** Returns by how many days to move a range of this length back; 0 without a comparison. */
    public int shift(int days) {
        return switch (this) {
            case PREVIOUS -> (days + WEEK - 1) / WEEK * WEEK;
            case YEAR -> WEEKS_OF_A_YEAR * WEEK;
            case NONE -> 0;
        };
    }
}
