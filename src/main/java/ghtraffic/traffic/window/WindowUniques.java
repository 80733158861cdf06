package ghtraffic.traffic.window;

import ghtraffic.traffic.series.Change;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own unique visitors and cloners of 14 days, with their change against the 14 days that ended some days
 * earlier.
 *
 * @param on the last of the 14 UTC days
 * @param before the last of the 14 days that they are compared with; null when nothing is compared
 * @param visitors unique visitors; null when GitHub did not report them
 * @param cloners unique cloners; null when GitHub did not report them
 * @param visitorsChange the change of the visitors
 * @param clonersChange the change of the cloners
 */
public record WindowUniques(
        LocalDate on,
        @Nullable LocalDate before,
        @Nullable Integer visitors,
        @Nullable Integer cloners,
        Change visitorsChange,
        Change clonersChange) {

    /**
     * Compares the numbers of a day with those of {@code shift} days earlier.
     *
     * @param before the earlier numbers; empty when they were not collected
     * @param shift the number of days; 0 when nothing is compared
     */
    static WindowUniques of(WindowPoint now, Optional<WindowPoint> before, int shift) {
        LocalDate then = now.date().minusDays(shift);
        return new WindowUniques(
                now.date(),
                shift == 0 ? null : then,
                now.visitors(),
                now.cloners(),
                change(now.visitors(), before.map(WindowPoint::visitors).orElse(null), shift, then),
                change(now.cloners(), before.map(WindowPoint::cloners).orElse(null), shift, then));
    }

    private static Change change(@Nullable Integer now, @Nullable Integer before, int shift, LocalDate then) {
        if (shift == 0 || now == null) {
            return Change.NONE;
        }
        return before == null ? Change.notCollected(then) : Change.between(now, before);
    }
}
