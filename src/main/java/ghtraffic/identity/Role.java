package ghtraffic.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A right, as one bit of the sums that {@code adminroles} and {@code admintenantreporoles} keep. */
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

    /** The value in the tables. */
    public int bit() {
        return bit;
    }

    /** The name of the Jakarta security group, as {@code adminrolevalues} has it. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is granted in a tenant; the others are about the whole server. */
    public boolean isGrantedInATenant() {
        return this != ADMIN && this != SYSMAINT;
    }

    /** The role of this group. Throws IllegalArgumentException when it is none, with a message for people. */
    public static Role named(String group) {
        for (Role role : values()) {
            if (role.group().equals(group)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role: is one of admin, sysmaint, tenant, tenantstats and repostats");
    }

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
