package ghtraffic.web.frame;

import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.Message;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A page that users can look for, and who may open it. Pages about one repository or collection run are not included.
 */
public enum NavigationTarget {
    /** All visible repositories at a glance. */
    OVERVIEW("/overview", NavigationTarget::seesTraffic),
    /** The table of days. */
    DAILY("/daily", NavigationTarget::seesTraffic),
    /** The table of weeks. */
    WEEKLY("/weekly", NavigationTarget::seesTraffic),
    /** Several repositories in one chart. */
    COMPARE("/compare", NavigationTarget::seesTraffic),
    /** Adding and removing repositories. */
    REPOSITORIES("/repositories", NavigationTarget::managesRepositories),
    /** The repositories that the GitHub credential can read. */
    DISCOVER("/discover", NavigationTarget::managesRepositories),
    /** Importing a file. */
    IMPORT("/import", NavigationTarget::managesRepositories),
    /** The log of collection runs. */
    COLLECTIONS("/collections", NavigationTarget::seesCollections),
    /** The users. */
    USERS("/users", NavigationTarget::administers),
    /** The tenants. */
    TENANTS("/tenants", NavigationTarget::administers),
    /** The GitHub servers. */
    GITHUB_SERVERS("/github-servers", NavigationTarget::administers),
    /** Rows of the database that do not fit together. */
    FINDINGS("/findings", NavigationTarget::administers),
    /** The audit log. */
    AUDIT("/audit", NavigationTarget::administers),
    /** The user's profile and access tokens. */
    PROFILE("/profile", viewer -> true),
    /** The description of the REST API. */
    API("/openapi/ui/", viewer -> true);

    private final String address;
    private final Predicate<Viewer> opens;

    NavigationTarget(String address, Predicate<Viewer> opens) {
        this.address = address;
        this.opens = opens;
    }

    /** Returns the page's address. */
    public String address() {
        return address;
    }

    boolean opensTo(Viewer viewer) {
        return opens.test(viewer);
    }

    /** Returns whether the page's name, or another word for it in this language, contains the text, ignoring case. */
    boolean isCalled(String text, Locale language) {
        Message name = Message.name(this);
        return (name.in(language) + " " + Message.of(name.key() + ".words").in(language))
                .toLowerCase(language)
                .contains(text.strip().toLowerCase(language));
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
