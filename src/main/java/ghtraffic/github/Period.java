package ghtraffic.github;

import java.util.Locale;

/** What one row of a traffic window is about. */
public enum Period {
    /** A UTC day. */
    DAY,
    /** A week that begins on Monday, UTC. */
    WEEK;

    String parameter() {
        return "per=" + name().toLowerCase(Locale.ROOT);
    }
}
