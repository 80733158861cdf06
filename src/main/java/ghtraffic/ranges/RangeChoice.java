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
 * The range, comparison and interval that a user chose, as an address holds them. The current day is not part of it.
 *
 * @param preset the range
 * @param from the first day of a custom range, else null
 * @param to the last day of a custom range, else null
 * @param comparison the period to compare with
 * @param interval the interval of one point; null chooses one that fits the length
 */
public record RangeChoice(
        RangePreset preset,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ComparisonPeriod comparison,
        @Nullable Interval interval) {

    /** The last 28 days, compared with the 28 days before. */
    public static final RangeChoice DEFAULT =
            new RangeChoice(RangePreset.FOUR_WEEKS, null, null, ComparisonPeriod.PREVIOUS, null);

    /** The query parameters that hold a choice. */
    public static final Set<String> PARAMETERS = Set.of("period", "from", "to", "compare", "interval");

    private static final int FIRST_YEAR = 1970;

    /**
     * The result of reading an address.
     *
     * @param choice the choice, with the default in place of each invalid part
     * @param problems one sentence about each invalid part
     */
    public record Reading(RangeChoice choice, List<Message> problems) {}

    /**
     * Reads a choice from the parameters of an address.
     *
     * @param parameters the parameters by name; others are ignored
     * @param today the current UTC day; a range ends on it at the latest
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
            // An invalid day and one outside the supported years get the same message.
        }
        throw new InvalidInput(Message.of("range.noDay", text));
    }

    /** Returns the choice with another range. The interval follows from its length again. */
    public RangeChoice with(RangePreset other) {
        return new RangeChoice(other, null, null, comparison, null);
    }

    /** Returns the choice with another comparison. */
    public RangeChoice with(ComparisonPeriod other) {
        return new RangeChoice(preset, from, to, other, interval);
    }

    /** Returns the choice with another interval. */
    public RangeChoice with(Interval other) {
        return new RangeChoice(preset, from, to, comparison, other);
    }

    /** Returns the parameters of an address, as {@link #read} expects them. */
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

    /** Returns the parameters as a query string, without a question mark. */
    public String query() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    /**
     * Resolves the choice on a day.
     *
     * @param today the current UTC day
     * @param first the first collected day; null if nothing was collected yet
     */
    public ResolvedRange at(LocalDate today, @Nullable LocalDate first) {
        DateRange shown = from == null || to == null ? preset.shown(today, first) : new DateRange(from, to);
        return new ResolvedRange(this, shown, today);
    }
}
