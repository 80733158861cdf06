package ghtraffic.traffic.window;

import ghtraffic.traffic.series.Change;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own uniques of 14 days, with their change against the 14 days that ended some days before.
 *
 * @param on the last of the 14 UTC days
 * @param before the last of the 14 that they are compared with; null where nothing is compared
 * @param visitors different people who viewed, null where GitHub did not say
 * @param cloners different people who cloned, null where GitHub did not say
 * @param visitorsChange how the visitors changed
 * @param clonersChange how the cloners changed
 */
public record WindowUniques(
        LocalDate on,
        @Nullable LocalDate before,
        @Nullable Integer visitors,
        @Nullable Integer cloners,
        Change visitorsChange,
        Change clonersChange) {

    /**
     * Of what was collected on a day and on one that many days before.
     *
     * @param shift 0 where nothing is compared
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
