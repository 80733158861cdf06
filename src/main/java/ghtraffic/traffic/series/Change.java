package ghtraffic.traffic.series;

import ghtraffic.messages.Message;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The difference between a number and the one that it is compared with.
 *
 * @param now the number
 * @param before the number that it is compared with
 * @param obstacle why they cannot be compared; null when they can
 */
public record Change(long now, long before, @Nullable Message obstacle) {

    /** No comparison; the page shows nothing. */
    public static final Change NONE = new Change(0, 0, Message.of("change.nothing"));

    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";

    /** Returns the change between two complete numbers. */
    public static Change between(long now, long before) {
        return new Change(now, before, null);
    }

    /**
     * Returns the change between two numbers, which cannot be compared when days are missing.
     *
     * @param missing the number of days in both ranges that were not collected or are partial
     */
    public static Change between(long now, long before, int missing) {
        return missing == 0 ? between(now, before) : new Change(now, before, Message.of("change.missing", missing));
    }

    /** Returns the change for a number whose earlier day was not collected. */
    public static Change notCollected(LocalDate day) {
        return new Change(0, 0, Message.of("change.notCollected", day));
    }

    /** Returns the change for a sum of numbers that are all incomplete, for different reasons. */
    static Change incomplete() {
        return new Change(0, 0, Message.of("change.incomplete"));
    }

    /** Returns the change between a day that is not over and a complete one. */
    static Change unfinished() {
        return new Change(0, 0, Message.of("change.unfinished"));
    }

    /**
     * Returns the change as text: {@code +12 %}, {@code −3 %}, {@code 0 %}, or {@code new} when the earlier number is
     * 0. Empty when the numbers cannot be compared.
     */
    public String text(Locale locale) {
        if (obstacle != null) {
            return "";
        }
        if (before == 0) {
            return now == 0 ? "0" + NO_BREAK + "%" : Message.of("change.new").in(locale);
        }
        long percent = percent();
        String sign = percent == 0 ? "" : now > before ? "+" : MINUS;
        return sign + NumberFormat.getIntegerInstance(locale).format(percent) + NO_BREAK + "%";
    }

    /** Returns the quotient of the numbers, for sorting. It is infinite when only the earlier number is 0. */
    public double factor() {
        return before == 0 ? (now == 0 ? 1 : Double.POSITIVE_INFINITY) : (double) now / before;
    }

    private long percent() {
        return Math.round(100.0 * Math.abs(now - before) / before);
    }

    /** Returns {@code up}, {@code down} or {@code same}. A change that rounds to 0 % is {@code same}. */
    public String direction() {
        if (obstacle != null || now == before || before != 0 && percent() == 0) {
            return "same";
        }
        return now > before ? "up" : "down";
    }

    /** Returns whether two complete numbers are compared. */
    public boolean isKnown() {
        return obstacle == null;
    }

    /**
     * Returns a text for users that explains why the numbers cannot be compared; empty when they can or nothing is
     * compared.
     */
    public String remark(Locale locale) {
        return obstacle == null || this.equals(NONE) ? "" : obstacle.in(locale);
    }
}
