package ghtraffic.github.model;

import java.util.Locale;

/** The two things whose traffic GitHub counts. */
public enum TrafficKind {
    /** Page views. */
    VIEWS,
    /** Git clones. */
    CLONES;

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
