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
    /** Different people who viewed; they do not add up. */
    VISITORS,
    /** Different people who cloned; they do not add up. */
    CLONERS;

    /** The one that addresses call so. */
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst();
    }

    /** What addresses call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts people, and so does not add up. */
    public boolean isUnique() {
        return this == VISITORS || this == CLONERS;
    }

    /** The number of a point, null where there is none. */
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
