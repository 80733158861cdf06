package ghtraffic.github.model;

import java.util.Locale;

/** The two kinds of traffic that GitHub counts. */
public enum TrafficKind {
    /** Page views. */
    VIEWS,
    /** Git clones. */
    CLONES;

    /** Returns the name of the kind in GitHub's addresses and answers. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
