package ghtraffic.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of repositories.
 *
 * @param key what the repositories are ordered by
 * @param descending whether the largest number or the last name comes first
 */
record RepositoryOrder(Key key, boolean descending) {

    /** The most views first. */
    static final RepositoryOrder MOST_VIEWED = new RepositoryOrder(Key.VIEWS, true);

    /** What repositories can be ordered by. */
    enum Key {
        /** Owner and name, without regard to case. */
        NAME,
        /** The views of a range. */
        VIEWS,
        /** How the views changed. */
        TREND,
        /** The clones of a range. */
        CLONES,
        /** GitHub's unique visitors of 14 days. */
        VISITORS,
        /** The stars. */
        STARS,
        /** How bad the last collection went. */
        HEALTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the word of a key, with a minus before it where it is to be descending; empty where it is none. */
    static Optional<RepositoryOrder> of(String text) {
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.word().equals(word))
                .findFirst()
                .map(key -> new RepositoryOrder(key, descending));
    }

    /** What a reader wants who points at this key: names from A, numbers from the largest; then the other way round. */
    RepositoryOrder at(Key wanted) {
        return new RepositoryOrder(wanted, wanted == key ? !descending : wanted != Key.NAME);
    }

    /**
     * These ids in this order; of equal numbers the name decides, and those without a number come last either way.
     *
     * @param byName ids, ordered by name
     * @param numbers what they are ordered by; not looked at for the name
     */
    List<Integer> of(List<Integer> byName, Map<Integer, Double> numbers) {
        if (key == Key.NAME) {
            List<Integer> ids = new ArrayList<>(byName);
            if (descending) {
                Collections.reverse(ids);
            }
            return ids;
        }
        Comparator<Integer> upwards = Comparator.comparingDouble(id -> numbers.getOrDefault(id, 0.0));
        return Stream.concat(
                        byName.stream().filter(numbers::containsKey).sorted(descending ? upwards.reversed() : upwards),
                        byName.stream().filter(id -> !numbers.containsKey(id)))
                .toList();
    }

    /**
     * What ids are ordered by: those without a number are left out.
     *
     * @param all what is known, by id
     */
    static <T> Map<Integer, Double> numbers(Map<Integer, T> all, Function<T, @Nullable Number> number) {
        Map<Integer, Double> numbers = new HashMap<>();
        all.forEach((id, one) -> {
            Number value = number.apply(one);
            if (value != null) {
                numbers.put(id, value.doubleValue());
            }
        });
        return numbers;
    }

    /** As {@link #of(String)} reads it. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + key.word();
    }
}
