package ghtraffic.takeover.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with the rows of the database. */
public enum FindingKind {
    /** Several rows for one repository, whose names differ in case at most. */
    REPOSITORY_TWICE(true),
    /** A repository whose owner has no row. */
    REPOSITORY_WITHOUT_OWNER(false),
    /** A repository whose GitHub server has no row. */
    REPOSITORY_WITHOUT_SERVER(false),
    /** Traffic of a repository that has no row. */
    TRAFFIC_WITHOUT_REPOSITORY(false),
    /** A tenant tracks a repository, and one of them has no row. */
    TRACKING_OF_NOTHING(true),
    /** Access of a user, to a tenant or to a repository that has no row. */
    GRANT_FOR_NOBODY(true),
    /** Roles of a user who has no row. */
    ROLE_FOR_NOBODY(true),
    /** Numbers of days that have not come yet, which a server whose clock was ahead wrote. */
    FUTURE_DAY(true);

    private final boolean repairable;

    FindingKind(boolean repairable) {
        this.repairable = repairable;
    }

    /** Returns whether the application can repair it without losing collected data. */
    public boolean isRepairable() {
        return repairable;
    }

    /** Returns the kind with this name in an address or in the API. */
    static Optional<FindingKind> called(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    /** Returns the name in addresses, in the API and in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
