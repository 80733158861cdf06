package ghtraffic.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A role. It is one bit of the sums in {@code adminroles} and {@code admintenantreporoles}. */
public enum Role {
    /** Manages tenants, users and grants. */
    ADMIN(1),
    /** Reads the system log and starts collections of everything. */
    SYSMAINT(2),
    /** Manages the repositories of a tenant and sees their traffic. */
    TENANT(4),
    /** Sees the traffic of all repositories of a tenant. */
    TENANTSTATS(8),
    /** Sees the traffic of the repositories that the grant names. */
    REPOSTATS(16);

    private final int bit;

    Role(int bit) {
        this.bit = bit;
    }

    /** Returns the value in the tables. */
    public int bit() {
        return bit;
    }

    /** Returns the name of the Jakarta security group, which is also the name in {@code adminrolevalues}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the role is granted in a tenant. The other roles apply to the whole server. */
    public boolean isGrantedInATenant() {
        return this != ADMIN && this != SYSMAINT;
    }

    /**
     * Returns the role of a security group.
     *
     * @throws IllegalArgumentException when no role has this group, with a message for users
     */
    public static Role named(String group) {
        for (Role role : values()) {
            if (role.group().equals(group)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role: is one of admin, sysmaint, tenant, tenantstats and repostats");
    }

    /** Returns the roles of a sum in the tables. */
    public static Set<Role> ofSum(int sum) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if ((sum & role.bit) != 0) {
                roles.add(role);
            }
        }
        return roles;
    }
}
