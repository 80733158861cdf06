package ghtraffic.standin.data;

import java.util.Locale;

/** The two things GitHub counts per day; the lower-case name is the one of the list in the answer. */
public enum TrafficKind {
    VIEWS(1),
    CLONES(2);

    private final int key;

    TrafficKind(int key) {
        this.key = key;
    }

    /** Keeps the throws of the two kinds apart. */
    int key() {
        return key;
    }

    String list() {
        return name().toLowerCase(Locale.ROOT);
    }
}
