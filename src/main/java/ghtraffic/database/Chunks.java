package ghtraffic.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts keys into portions of which each is few enough for one statement: Db2 takes about 32,000 parameters. */
public final class Chunks {

    /** The most keys of one portion. */
    public static final int LARGEST = 10_000;

    private Chunks() {}

    /** The keys in their order, in as few portions as can be; none of no keys. */
    public static <T> List<List<T>> of(Collection<T> keys) {
        return of(keys, LARGEST);
    }

    /** The keys in their order, in portions of as many as told, the last one of those left. */
    public static <T> List<List<T>> of(Collection<T> keys, int size) {
        List<T> all = List.copyOf(keys);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return portions;
    }
}
