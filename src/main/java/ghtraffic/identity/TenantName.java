package ghtraffic.identity;

import org.jspecify.annotations.Nullable;

/** Builds the name of a tenant from the columns that hold it in parts. */
public final class TenantName {

    private TenantName() {}

    /** Returns first and last name with a space between them, or the GitHub user when both are empty. */
    public static String of(@Nullable String first, @Nullable String last, String gitHubUser) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? gitHubUser : name;
    }
}
