package ghtraffic.github.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the items of a list one by one, leaves out those that cannot be read, and counts them. */
public final class ItemReader {

    private int items;
    private int leftOut;

    /**
     * Reads a list.
     *
     * @param item reads an item; throws a RuntimeException if it cannot be read, and returns null if it does not count
     * @throws RuntimeException if there are items, and none of them can be read: then it is another kind of list
     */
    public <T> List<T> read(JsonArray array, Function<JsonObject, @Nullable T> item) {
        List<T> kept = new ArrayList<>();
        RuntimeException failure = null;
        int failed = 0;
        for (int i = 0; i < array.size(); i++) {
            try {
                T read = item.apply(array.getJsonObject(i));
                if (read != null) {
                    kept.add(read);
                }
            } catch (RuntimeException e) {
                failure = e;
                failed++;
            }
        }
        if (failure != null) {
            if (failed == array.size()) {
                throw failure;
            }
            System.getLogger(ItemReader.class.getName())
                    .log(Level.WARNING, failed + " of " + array.size() + " items cannot be read", failure);
        }
        items += array.size();
        leftOut += failed;
        return List.copyOf(kept);
    }

    /** Returns the number of items in all lists that were read. */
    public int items() {
        return items;
    }

    /** Returns how many of them were left out. */
    public int leftOut() {
        return leftOut;
    }
}
