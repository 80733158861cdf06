package ghtraffic.traffic.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the numbers of a point. */
public enum Measure {
    /** Page views. */
    VIEWS,
    /** Git clones. */
    CLONES,
    /** Unique visitors; they do not add up. */
    VISITORS,
    /** Unique cloners; they do not add up. */
    CLONERS;

    /** Returns the measure with this name in addresses. */
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst();
    }

    /** Returns the name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it counts unique visitors or cloners, which do not add up. */
    public boolean isUnique() {
        return this == VISITORS || this == CLONERS;
    }

    /** Returns this number of a point; null when it was not collected. */
    public @Nullable Long of(TrafficPoint point) {
        return switch (this) {
            case VIEWS -> point.views();
            case CLONES -> point.clones();
            case VISITORS -> whole(point.visitors());
            case CLONERS -> whole(point.cloners());
        };
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
