package ghtraffic.ranges;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range that one word or one keyboard shortcut selects. Presets that reach to the present end today, which is
 * partial.
 */
public enum RangePreset {
    /** Today so far. */
    TODAY("today", "D"),
    /** The last 7 days. */
    WEEK("7d", "W"),
    /** The last 28 days. */
    FOUR_WEEKS("28d", "F"),
    /** The last 91 days. */
    QUARTER("91d", "N"),
    /** From the first day of this month. */
    MONTH("month", "M"),
    /** The previous calendar month. */
    LAST_MONTH("last-month", "P"),
    /** From the first of January. */
    YEAR("year", "Y"),
    /** The last 12 months. */
    TWELVE_MONTHS("12m", "L"),
    /** From the first collected day, at most ten years. */
    ALL("all", "A"),
    /** From and to days that the user entered. */
    CUSTOM("custom", "C");

    private static final int MOST_YEARS = 10;

    private final String word;
    private final String key;

    RangePreset(String word, String key) {
        this.word = word;
        this.key = key;
    }

    /** Returns the preset with this word. */
    static Optional<RangePreset> of(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word.equals(word))
                .findFirst();
    }

    /** Returns the word that addresses use. */
    public String word() {
        return word;
    }

    /** Returns the key of the keyboard shortcut. */
    public String key() {
        return key;
    }

    /**
     * Returns the days to show. Presets of the last days show today in addition to the days that they count.
     *
     * @param first the first collected day; null if nothing was collected yet
     */
    DateRange shown(LocalDate today, @Nullable LocalDate first) {
        return switch (this) {
            case TODAY -> new DateRange(today, today);
            case WEEK -> new DateRange(today.minusDays(7), today);
            case FOUR_WEEKS -> new DateRange(today.minusDays(28), today);
            case QUARTER -> new DateRange(today.minusDays(91), today);
            case MONTH -> new DateRange(today.withDayOfMonth(1), today);
            case LAST_MONTH ->
                new DateRange(
                        today.minusMonths(1).withDayOfMonth(1),
                        today.withDayOfMonth(1).minusDays(1));
            case YEAR -> new DateRange(today.withDayOfYear(1), today);
            case TWELVE_MONTHS -> new DateRange(today.minusMonths(12), today);
            case ALL -> all(today, first);
            case CUSTOM -> throw new IllegalStateException("Custom days are entered");
        };
    }

    private static DateRange all(LocalDate today, @Nullable LocalDate first) {
        if (first == null || first.isAfter(today)) {
            return FOUR_WEEKS.shown(today, null);
        }
        LocalDate earliest = today.minusYears(MOST_YEARS);
        return new DateRange(first.isBefore(earliest) ? earliest : first, today);
    }
}
