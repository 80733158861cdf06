package ghtraffic.identity;

import org.jspecify.annotations.Nullable;

/** The name of a tenant, which two tables tell in parts. */
public final class TenantName {

    private TenantName() {}

    /** Joins first and last name with a space; when both are empty, returns the GitHub user. */
    public static String of(@Nullable String first, @Nullable String last, String gitHubUser) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? gitHubUser : name;
    }
}
