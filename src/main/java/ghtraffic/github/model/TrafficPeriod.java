package ghtraffic.github.model;

import java.util.Locale;

/** What one row of a traffic window is about. */
public enum TrafficPeriod {
    /** A UTC day. */
    DAY,
    /** A week that begins on Monday, UTC. */
    WEEK;

    public String parameter() {
        return "per=" + name().toLowerCase(Locale.ROOT);
    }
}
