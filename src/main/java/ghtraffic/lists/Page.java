package ghtraffic.lists;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items at most {@code size}
 * @param page its number, from 0
 * @param size the size asked for
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The size of a page when none is asked for. */
    public static final int USUAL_SIZE = 50;

    /** The largest size that may be asked for. */
    public static final int LARGEST_SIZE = 500;

    /** Cuts a page out of a list; an empty one beyond its end. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min((long) page * size, all.size());
        int to = (int) Math.min((long) from + size, all.size());
        return new Page<>(all.subList(from, to), page, size, all.size());
    }

    /** The number of a page as an address names it: up to six digits; the first where they are none. */
    public static int number(@Nullable String named) {
        return named != null && named.matches("[0-9]{1,6}") ? Integer.parseInt(named) : 0;
    }

    /** The end of a query that reads no more than the page; SQL that every database here knows. */
    public static String rows(int page, int size) {
        return " offset " + (long) page * size + " rows fetch next " + size + " rows only";
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), page, size, total);
    }

    /** How many pages there are. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /** Whether another page follows. */
    public boolean hasNext() {
        return (page + 1L) * size < total;
    }
}
