package ghtraffic.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in user of a request, with the rights that they had in the role tables when the request came.
 *
 * @param email the address in normal form, by which grants are found
 * @param name the name in the tables; null when the user is not in them
 * @param roles all their roles, on the server and in any tenant
 * @param tenants the tenants in which they have any role
 */
public record Viewer(String email, @Nullable String name, Set<Role> roles, List<Access> tenants) {

    /**
     * The roles of a viewer in one tenant.
     *
     * @param tenant the tenant's number
     * @param name the tenant's name
     * @param roles their roles in it
     */
    public record Access(int tenant, String name, Set<Role> roles) {}

    /**
     * Returns the same viewer with only the rights that the scopes carry. Where they lose the right to manage, they can
     * still view.
     */
    Viewer within(Set<Scope> scopes) {
        return new Viewer(
                email,
                name,
                within(roles, scopes),
                tenants.stream()
                        .map(access -> new Access(access.tenant(), access.name(), within(access.roles(), scopes)))
                        .toList());
    }

    private static Set<Role> within(Set<Role> roles, Set<Scope> scopes) {
        Set<Role> left = EnumSet.noneOf(Role.class);
        for (Role role : roles) {
            if (role != Role.ADMIN && role != Role.SYSMAINT && role != Role.TENANT) {
                left.add(role);
            } else if (role == Role.TENANT) {
                left.add(scopes.contains(Scope.MANAGE) ? Role.TENANT : Role.TENANTSTATS);
            } else if (scopes.contains(Scope.ADMINISTER)) {
                left.add(role);
            }
        }
        return left;
    }

    /** Returns whether the viewer has the role, on the server or in any tenant. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Returns whether the viewer has any role in this tenant. */
    public boolean isIn(int tenant) {
        return tenants.stream()
                .anyMatch(access -> access.tenant() == tenant && !access.roles().isEmpty());
    }

    /** Returns whether the viewer may track, remove and collect repositories of this tenant. */
    public boolean manages(int tenant) {
        return tenants.stream()
                .anyMatch(access -> access.tenant() == tenant && access.roles().contains(Role.TENANT));
    }

    /** Returns the tenants whose repositories the viewer may track, remove and collect. */
    public List<Access> managed() {
        return tenants.stream()
                .filter(access -> access.roles().contains(Role.TENANT))
                .toList();
    }

    /** Returns whether the viewer has no role at all. */
    public boolean hasNoGrant() {
        return roles.isEmpty();
    }
}
