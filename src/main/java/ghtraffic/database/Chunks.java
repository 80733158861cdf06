package ghtraffic.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Splits keys into chunks that fit into one statement: Db2 accepts about 32,000 parameters. */
public final class Chunks {

    /** The most keys of one chunk. */
    public static final int LARGEST = 10_000;

    private Chunks() {}

    /** Splits the keys, in their order, into chunks of at most {@link #LARGEST}. Without keys there are no chunks. */
    public static <T> List<List<T>> of(Collection<T> keys) {
        return of(keys, LARGEST);
    }

    /** Splits the keys, in their order, into chunks of this size; the last one may be smaller. */
    public static <T> List<List<T>> of(Collection<T> keys, int size) {
        List<T> all = List.copyOf(keys);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return portions;
    }
}
