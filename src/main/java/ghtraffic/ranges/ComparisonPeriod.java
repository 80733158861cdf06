package ghtraffic.ranges;

import java.util.Arrays;
import java.util.Locale;

/** What a range is compared with. Either way each day is compared with one of the same weekday. */
public enum ComparisonPeriod {
    /** The days just before, by as many whole weeks as the range needs. */
    PREVIOUS,
    /** 52 weeks before. */
    YEAR,
    /** Nothing. */
    NONE;

    private static final int WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;

    /**
     * Reads {@code previous}, {@code year} or {@code none}.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static ComparisonPeriod parse(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("compare: must be previous, year or none"));
    }

    /** What the address calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that comes after it when they are chosen in turn. */
    public ComparisonPeriod next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** By how many days to go back from a range of that many; 0 where nothing is compared. */
    public int shift(int days) {
        return switch (this) {
            case PREVIOUS -> (days + WEEK - 1) / WEEK * WEEK;
            case YEAR -> WEEKS_OF_A_YEAR * WEEK;
            case NONE -> 0;
        };
    }
}
