package ghtraffic.lists;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param items at most {@code size}
 * @param page the page number, from 0
 * @param size the requested size
 * @param total the number of items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The page size if the request names none. */
    public static final int USUAL_SIZE = 50;

    /** The largest page size that a request may ask for. */
    public static final int LARGEST_SIZE = 500;

    /** Cuts a page out of a complete list. A page beyond the end is empty. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min((long) page * size, all.size());
        int to = (int) Math.min((long) from + size, all.size());
        return new Page<>(all.subList(from, to), page, size, all.size());
    }

    /** Parses the page number of an address, which has at most six digits. Anything else is the first page, 0. */
    public static int number(@Nullable String named) {
        return named != null && named.matches("[0-9]{1,6}") ? Integer.parseInt(named) : 0;
    }

    /** Returns the end of a SQL query that limits it to one page, in syntax that all supported databases know. */
    public static String rows(int page, int size) {
        return " offset " + (long) page * size + " rows fetch next " + size + " rows only";
    }

    /** Returns the same page with each item mapped. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), page, size, total);
    }

    /** Returns the number of pages. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /** Returns whether another page follows. */
    public boolean hasNext() {
        return (page + 1L) * size < total;
    }
}
