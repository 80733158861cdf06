package ghtraffic.standin.data;

import java.util.HashSet;
import java.util.Set;

/** Counts visits and their distinct visitors. */
final class Tally {

    private final Set<Integer> visitors = new HashSet<>();
    private int count;

    void add(int visitor, int times) {
        count += times;
        visitors.add(visitor);
    }

    int count() {
        return count;
    }

    int uniques() {
        return visitors.size();
    }
}
