package ghtraffic.web;

import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import java.util.Locale;
import java.util.function.Predicate;

/** A page that people look for, and who may open it. What a page shows of one repository or run is not among them. */
public enum Destination {
    /** All visible repositories at a glance. */
    OVERVIEW("/overview", "Overview", "start dashboard totals traffic", Destination::seesTraffic),
    /** The table of days. */
    DAILY("/daily", "Traffic by day", "daily table numbers statistics", Destination::seesTraffic),
    /** The table of weeks. */
    WEEKLY("/weekly", "Traffic by week", "weekly table numbers statistics", Destination::seesTraffic),
    /** Several repositories in one chart. */
    COMPARE("/compare", "Compare repositories", "line chart comparison", Destination::seesTraffic),
    /** Adding and removing repositories. */
    REPOSITORIES("/repositories", "Repositories", "add track remove manage", Destination::managesRepositories),
    /** What the credential can read. */
    DISCOVER("/discover", "Discover repositories", "find rules token", Destination::managesRepositories),
    /** Importing a file. */
    IMPORT("/import", "Import a file", "csv upload history", Destination::managesRepositories),
    /** The log of collections. */
    COLLECTIONS("/collections", "Collections", "system log runs progress", Destination::seesCollections),
    /** The users. */
    USERS("/users", "Users", "administration invite roles grants", Destination::administers),
    /** The tenants. */
    TENANTS("/tenants", "Tenants", "administration credential", Destination::administers),
    /** The GitHub servers. */
    GITHUB_SERVERS("/github-servers", "GitHub servers", "administration enterprise", Destination::administers),
    /** The audit log. */
    AUDIT("/audit", "Audit log", "administration changes", Destination::administers),
    /** Who one is, and access tokens. */
    PROFILE("/profile", "Profile and access tokens", "roles account claims script", viewer -> true),
    /** The description of the REST API. */
    API("/openapi/ui/", "Description of the REST API", "openapi calls script", viewer -> true);

    private final String address;
    private final String title;
    private final String words;
    private final Predicate<Viewer> opens;

    Destination(String address, String title, String words, Predicate<Viewer> opens) {
        this.address = address;
        this.title = title;
        this.words = words;
        this.opens = opens;
    }

    /** Where it is. */
    public String address() {
        return address;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    boolean opensTo(Viewer viewer) {
        return opens.test(viewer);
    }

    /** Whether its title or what else people call it contains the text, without regard to case. */
    boolean isCalled(String text) {
        return (title + " " + words)
                .toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static boolean seesTraffic(Viewer viewer) {
        return viewer.has(Role.TENANT) || viewer.has(Role.TENANTSTATS) || viewer.has(Role.REPOSTATS);
    }

    static boolean managesRepositories(Viewer viewer) {
        return !viewer.managed().isEmpty();
    }

    static boolean seesCollections(Viewer viewer) {
        return administers(viewer) || viewer.has(Role.SYSMAINT) || managesRepositories(viewer);
    }

    static boolean administers(Viewer viewer) {
        return viewer.has(Role.ADMIN);
    }
}
