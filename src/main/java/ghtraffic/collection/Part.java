package ghtraffic.collection;

import java.util.Locale;

/** The things that are asked of GitHub about a repository, each on its own. */
enum Part {
    /** What it is called and is, and how popular it is. */
    REPOSITORY("Description", true),
    /** Views by day. */
    VIEWS("Views", true),
    /** Clones by day. */
    CLONES("Clones", true),
    /** Views by week. */
    WEEKLY_VIEWS("Weekly views", false),
    /** Clones by week. */
    WEEKLY_CLONES("Weekly clones", false),
    /** Where visitors came from. */
    REFERRERS("Referrers", false),
    /** What they looked at. */
    PATHS("Paths", false),
    /** Releases and downloads. */
    RELEASES("Releases", false);

    private final String title;
    private final boolean hourly;

    Part(String title, boolean hourly) {
        this.title = title;
        this.hourly = hourly;
    }

    /** Its name for people. */
    String title() {
        return title;
    }

    /** Whether GitHub's answer moves every hour; the others move about once a day. */
    boolean hourly() {
        return hourly;
    }

    /** Its name in tables and in the API. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
