package ghtraffic.collection.health;

import ghtraffic.messages.Message;
import java.util.Locale;

/** The things that are asked of GitHub about a repository, each on its own. */
public enum Part {
    /** What it is called and is, and how popular it is. */
    REPOSITORY(true),
    /** Views by day. */
    VIEWS(true),
    /** Clones by day. */
    CLONES(true),
    /** Views by week. */
    WEEKLY_VIEWS(false),
    /** Clones by week. */
    WEEKLY_CLONES(false),
    /** Where visitors came from. */
    REFERRERS(false),
    /** What they looked at. */
    PATHS(false),
    /** Releases and downloads. */
    RELEASES(false);

    private final boolean hourly;

    Part(boolean hourly) {
        this.hourly = hourly;
    }

    /** Its name in English, as the tables keep it. */
    public String title() {
        return Message.name(this).english();
    }

    /** Whether GitHub's answer moves every hour; the others move about once a day. */
    public boolean hourly() {
        return hourly;
    }

    /** Its name in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
