package ghtraffic.github.model;

import java.util.Locale;

/** The period that one row of a traffic window covers. */
public enum TrafficPeriod {
    /** A UTC day. */
    DAY,
    /** A UTC week that begins on Monday. */
    WEEK;

    /** Returns the query parameter of GitHub's API. */
    public String parameter() {
        return "per=" + name().toLowerCase(Locale.ROOT);
    }
}
