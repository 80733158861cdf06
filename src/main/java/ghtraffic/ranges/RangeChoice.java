package ghtraffic.ranges;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose of time: the words of an address, before it is known which day it is.
 *
 * @param preset the range
 * @param from the first day of a custom range, else null
 * @param to the last day of a custom range, else null
 * @param comparison what it is compared with
 * @param interval how long the time of one point is; null: as fits the length
 */
public record RangeChoice(
        RangePreset preset,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ComparisonPeriod comparison,
        @Nullable Interval interval) {

    /** The last 28 days beside the 28 before. */
    public static final RangeChoice DEFAULT =
            new RangeChoice(RangePreset.FOUR_WEEKS, null, null, ComparisonPeriod.PREVIOUS, null);

    /** The parameters of an address that say what was chosen. */
    public static final Set<String> PARAMETERS = Set.of("period", "from", "to", "compare", "interval");

    private static final int FIRST_YEAR = 1970;

    /**
     * A choice that was read.
     *
     * @param choice it, with the default in place of what was wrong
     * @param problems a sentence about each thing that was wrong
     */
    public record Reading(RangeChoice choice, List<Message> problems) {}

    /**
     * Reads the parameters of an address.
     *
     * @param parameters by name; those that are no part of a choice don't matter
     * @param today the UTC day that it is; no later day is shown
     */
    public static Reading read(Map<String, String> parameters, LocalDate today) {
        List<Message> problems = new ArrayList<>();
        RangeChoice range = DEFAULT;
        try {
            range = range(parameters, today);
        } catch (InvalidInput e) {
            problems.add(Message.of("range.usualIsShown", e.what()));
        }
        ComparisonPeriod comparison = DEFAULT.comparison;
        String compare = parameters.getOrDefault("compare", "");
        try {
            comparison = compare.isEmpty() ? comparison : ComparisonPeriod.parse(compare);
        } catch (IllegalArgumentException e) {
            problems.add(Message.of("range.noComparison", compare));
        }
        Interval interval = null;
        String each = parameters.getOrDefault("interval", "");
        try {
            interval = each.isEmpty() ? null : Interval.parse(each);
        } catch (IllegalArgumentException e) {
            problems.add(Message.of("range.noInterval", each));
        }
        return new Reading(new RangeChoice(range.preset, range.from, range.to, comparison, interval), problems);
    }

    private static RangeChoice range(Map<String, String> parameters, LocalDate today) {
        String word = parameters.getOrDefault("period", "");
        boolean days = parameters.containsKey("from") || parameters.containsKey("to");
        if (word.isEmpty() && !days) {
            return DEFAULT;
        }
        RangePreset preset = word.isEmpty()
                ? RangePreset.CUSTOM
                : RangePreset.of(word).orElseThrow(() -> new InvalidInput(Message.of("range.none", word)));
        return preset == RangePreset.CUSTOM
                ? custom(day(parameters, "from"), day(parameters, "to"), today)
                : DEFAULT.with(preset);
    }

    private static RangeChoice custom(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(today)) {
            throw new InvalidInput(Message.of("range.future", from));
        }
        if (from.isAfter(to)) {
            throw new InvalidInput(Message.of("range.order", from, to));
        }
        LocalDate end = to.isAfter(today) ? today : to;
        try {
            DateRange range = new DateRange(from, end);
            return new RangeChoice(RangePreset.CUSTOM, range.from(), range.to(), DEFAULT.comparison, null);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(Message.of("range.tooLong"), e);
        }
    }

    private static LocalDate day(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new InvalidInput(Message.of("range.needsDays"));
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // It is no day, as one too far away is none.
        }
        throw new InvalidInput(Message.of("range.noDay", text));
    }

    /** The same for another range. */
    public RangeChoice with(RangePreset other) {
        return new RangeChoice(other, null, null, comparison, null);
    }

    /** The same beside something else. */
    public RangeChoice with(ComparisonPeriod other) {
        return new RangeChoice(preset, from, to, other, interval);
    }

    /** The same in other steps. */
    public RangeChoice with(Interval other) {
        return new RangeChoice(preset, from, to, comparison, other);
    }

    /** The parameters of an address, as {@link #read} reads them. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("period", preset.word());
        if (from != null && to != null) {
            parameters.put("from", from.toString());
            parameters.put("to", to.toString());
        }
        parameters.put("compare", comparison.word());
        if (interval != null) {
            parameters.put("interval", interval.toString());
        }
        return parameters;
    }

    /** The same as one text, without a question mark. */
    public String query() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    /**
     * What it means on this day.
     *
     * @param first the first day that was collected, null when none was
     */
    public ResolvedRange at(LocalDate today, @Nullable LocalDate first) {
        DateRange shown = from == null || to == null ? preset.shown(today, first) : new DateRange(from, to);
        return new ResolvedRange(this, shown, today);
    }
}
