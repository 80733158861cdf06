package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import java.util.List;

/**
 * Somebody whom the role tables know, as administrators see him.
 *
 * @param id his number
 * @param name what he is called here
 * @param email in lower case, what sign-ins are matched by
 * @param disabled whether he may not come in, whatever was granted
 * @param known whether he has signed in with that address; false after an invitation
 * @param roles the words admin and sysmaint, as far as he has them
 * @param grants what he may do in tenants
 */
public record UserItem(
        int id, String name, String email, boolean disabled, boolean known, List<String> roles, List<Grant> grants) {

    /** For the page. */
    public boolean administers() {
        return roles.contains(Role.ADMIN.group());
    }

    /** For the page. */
    public boolean maintains() {
        return roles.contains(Role.SYSMAINT.group());
    }
}
