package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import java.util.List;

/**
 * A user, as administrators see them.
 *
 * @param id the user's number
 * @param name the user's name in this application
 * @param email the address in normal form, by which sign-ins are matched
 * @param disabled whether the user is deactivated and cannot sign in, whatever was granted
 * @param known whether the user has signed in with that address; false after an invitation
 * @param roles {@code admin} and {@code sysmaint}, if the user has them
 * @param grants the roles in tenants
 */
public record UserItem(
        int id, String name, String email, boolean disabled, boolean known, List<String> roles, List<Grant> grants) {

    /** Returns whether the user is an administrator. Used by the page. */
    public boolean administers() {
        return roles.contains(Role.ADMIN.group());
    }

    /** Returns whether the user has the role sysmaint. Used by the page. */
    public boolean maintains() {
        return roles.contains(Role.SYSMAINT.group());
    }
}
