package ghtraffic.standin.data;

import java.util.Locale;

/** The two kinds of traffic that GitHub counts. The lower-case name is the name of the list in the answer. */
public enum TrafficKind {
    VIEWS(1),
    CLONES(2);

    private final int key;

    TrafficKind(int key) {
        this.key = key;
    }

    /** Returns a key that keeps the random numbers of the two kinds apart. */
    int key() {
        return key;
    }

    String list() {
        return name().toLowerCase(Locale.ROOT);
    }
}
