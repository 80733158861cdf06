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
 * @param key the value that orders the repositories
 * @param descending whether the largest number or the alphabetically last name comes first
 */
record RepositoryOrder(Key key, boolean descending) {

    /** The default order of the overview: the most views first. */
    static final RepositoryOrder MOST_VIEWED = new RepositoryOrder(Key.VIEWS, true);

    /** The values by which repositories can be ordered. */
    enum Key {
        /** Owner and name, ignoring case. */
        NAME,
        /** The views of a range. */
        VIEWS,
        /** The change of the views. */
        TREND,
        /** The clones of a range. */
        CLONES,
        /** GitHub's own number of unique visitors in 14 days. */
        VISITORS,
        /** The stars. */
        STARS,
        /** The severity of the last collection's problem. */
        HEALTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the word of a key, after a minus for descending order; empty if there is no such key. */
    static Optional<RepositoryOrder> of(String text) {
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.word().equals(word))
                .findFirst()
                .map(key -> new RepositoryOrder(key, descending));
    }

    /**
     * Returns the order that a click on this key leads to: the reverse order if the key already orders the list, else
     * names from A and numbers from the largest.
     */
    RepositoryOrder at(Key wanted) {
        return new RepositoryOrder(wanted, wanted == key ? !descending : wanted != Key.NAME);
    }

    /**
     * Returns the ids in this order. Equal numbers are ordered by name, and ids without a number always come last.
     *
     * @param byName the ids, ordered by name
     * @param numbers the numbers that order the ids; ignored if the key is the name
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
     * Returns the numbers that order the ids. Ids without a number are left out.
     *
     * @param all the objects that have the numbers, by id
     * @param number reads the number of an object; null if it has none
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

    /** Returns the order in the form that {@link #of(String)} reads. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + key.word();
    }

    /** Returns the value of {@code aria-sort} for the column of a key. */
    String ariaSort(String column) {
        if (!key.word().equals(column)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }
}
