package ghtraffic.collection;

import ghtraffic.traffic.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order of a list of repositories.
 *
 * @param key what they are ordered by
 * @param descending whether the largest number or the last name comes first
 */
record RepositoryOrder(Key key, boolean descending) {

    /** By name, from A to Z. */
    static final RepositoryOrder BY_NAME = new RepositoryOrder(Key.NAME, false);

    /** What repositories can be ordered by. */
    enum Key {
        /** Owner and name, without regard to case. */
        NAME,
        /** The views of the last 14 whole UTC days. */
        VIEWS,
        /** The clones of the last 14 whole UTC days. */
        CLONES;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code name}, {@code views} or {@code clones}, with a minus before it where it is to be descending.
     *
     * @throws IllegalArgumentException with a message for people when it is none of these
     */
    static RepositoryOrder parse(String text) {
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.word().equals(word))
                .findFirst()
                .map(key -> new RepositoryOrder(key, descending))
                .orElseThrow(() -> new IllegalArgumentException(
                        "sort: must be name, views or clones, with a minus before it for descending"));
    }

    /**
     * These ids in this order; of equal numbers the name decides, and what was not collected comes last either way.
     *
     * @param byName ids, ordered by name
     * @param sums the numbers of those that were collected; not looked at for the name
     */
    List<Integer> of(List<Integer> byName, Map<Integer, Totals> sums) {
        if (key == Key.NAME) {
            List<Integer> ids = new ArrayList<>(byName);
            if (descending) {
                Collections.reverse(ids);
            }
            return ids;
        }
        Map<Integer, Long> numbers = new HashMap<>();
        sums.forEach((id, sum) -> {
            Long number = key == Key.VIEWS ? sum.views() : sum.clones();
            if (number != null) {
                numbers.put(id, number);
            }
        });
        Comparator<Integer> upwards = Comparator.comparingLong(id -> numbers.getOrDefault(id, 0L));
        return Stream.concat(
                        byName.stream().filter(numbers::containsKey).sorted(descending ? upwards.reversed() : upwards),
                        byName.stream().filter(id -> !numbers.containsKey(id)))
                .toList();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + key.word();
    }
}
