package ghtraffic.traffic.series;

import ghtraffic.messages.Message;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a number differs from the one it is compared with.
 *
 * @param now the number
 * @param before the one it is compared with
 * @param obstacle why they cannot be compared; null where they can
 */
public record Change(long now, long before, @Nullable Message obstacle) {

    /** Nothing is compared, and nothing is said about it. */
    public static final Change NONE = new Change(0, 0, Message.of("change.nothing"));

    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";

    /** Between two numbers of which nothing is missing. */
    public static Change between(long now, long before) {
        return new Change(now, before, null);
    }

    /**
     * Between two numbers.
     *
     * @param missing how many days of either were not collected, or not whole
     */
    public static Change between(long now, long before, int missing) {
        return missing == 0 ? between(now, before) : new Change(now, before, Message.of("change.missing", missing));
    }

    /** With a day of which nothing is known. */
    public static Change notCollected(LocalDate day) {
        return new Change(0, 0, Message.of("change.notCollected", day));
    }

    /** Of several, of which each lacks something. */
    static Change incomplete() {
        return new Change(0, 0, Message.of("change.incomplete"));
    }

    /** Between a day that is not over and a whole one. */
    static Change unfinished() {
        return new Change(0, 0, Message.of("change.unfinished"));
    }

    /** {@code +12 %}, {@code −3 %}, {@code 0 %}, or {@code new} where there was nothing before; empty where it says nothing. */
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

    /** How many times as large it is, for an order; where there was nothing before, endlessly. */
    public double factor() {
        return before == 0 ? (now == 0 ? 1 : Double.POSITIVE_INFINITY) : (double) now / before;
    }

    private long percent() {
        return Math.round(100.0 * Math.abs(now - before) / before);
    }

    /** {@code up}, {@code down} or {@code same}; a change that rounds to nothing is none. */
    public String direction() {
        if (obstacle != null || now == before || before != 0 && percent() == 0) {
            return "same";
        }
        return now > before ? "up" : "down";
    }

    /** Whether two numbers are compared, of which nothing is missing. */
    public boolean isKnown() {
        return obstacle == null;
    }

    /** Why it says nothing, for people; empty where it does or nothing is compared. */
    public String remark(Locale locale) {
        return obstacle == null || this.equals(NONE) ? "" : obstacle.in(locale);
    }
}
