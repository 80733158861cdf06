package ghtraffic.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person of a request, with the rights that the role tables gave him when the request came.
 *
 * @param email in lower case; what grants are matched by
 * @param name as the tables know it, null for somebody whom they do not know
 * @param roles the union of all his roles, with or without a tenant
 * @param tenants the tenants in which he has any right
 */
public record Viewer(String email, @Nullable String name, Set<Role> roles, List<Access> tenants) {

    /**
     * What a viewer may do in one tenant.
     *
     * @param tenant the tenant's id
     * @param name the tenant's name
     * @param roles his roles there
     */
    public record Access(int tenant, String name, Set<Role> roles) {}

    /** The same person with no more rights than the scopes carry. What he may manage, he may at least see. */
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

    /** Whether he has the role anywhere. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether he has any right in this tenant. */
    public boolean isIn(int tenant) {
        return tenants.stream()
                .anyMatch(access -> access.tenant() == tenant && !access.roles().isEmpty());
    }

    /** Whether he may add, remove and collect the repositories of this tenant. */
    public boolean manages(int tenant) {
        return tenants.stream()
                .anyMatch(access -> access.tenant() == tenant && access.roles().contains(Role.TENANT));
    }

    /** The tenants whose repositories he may add, remove and collect. */
    public List<Access> managed() {
        return tenants.stream()
                .filter(access -> access.roles().contains(Role.TENANT))
                .toList();
    }

    /** Whether nothing at all was granted to him. */
    public boolean hasNoGrant() {
        return roles.isEmpty();
    }
}
