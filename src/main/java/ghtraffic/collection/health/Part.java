package ghtraffic.collection.health;

import java.util.Locale;

/** The parts of a repository's data that GitHub is asked for separately. */
public enum Part {
    /** Names, description and other metadata, and popularity numbers. */
    REPOSITORY(true),
    /** Views by day. */
    VIEWS(true),
    /** Clones by day. */
    CLONES(true),
    /** Views by week. */
    WEEKLY_VIEWS(false),
    /** Clones by week. */
    WEEKLY_CLONES(false),
    /** Top referrers. */
    REFERRERS(false),
    /** Top pages. */
    PATHS(false),
    /** Releases and their downloads. */
    RELEASES(false);

    private final boolean hourly;

    Part(boolean hourly) {
        this.hourly = hourly;
    }

    /** Returns whether GitHub updates this part every hour. It updates the others about once a day. */
    public boolean hourly() {
        return hourly;
    }

    /** Returns the name in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
