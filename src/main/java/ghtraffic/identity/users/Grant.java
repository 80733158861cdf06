package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.json.bind.annotation.JsonbNillable;
import org.jspecify.annotations.Nullable;

/**
 * A role of a user in a tenant.
 *
 * @param user the user's number
 * @param tenant the tenant's number
 * @param role {@code tenant}, {@code tenantstats} or {@code repostats}
 * @param repository the one repository that the grant is for; null for all repositories of the tenant
 */
@JsonbNillable
public record Grant(
        int user, int tenant, String role, @Nullable Integer repository) {

    /**
     * Returns the grant that a user entered.
     *
     * @throws IllegalArgumentException when the role cannot be granted, lacks the repository that it needs, or has a
     *     repository that it does not take; with the name of the field and a message for users
     */
    public static Grant of(int user, int tenant, String role, @Nullable Integer repository) {
        switch (role) {
            case "tenant", "tenantstats" -> {
                if (repository != null) {
                    throw new InvalidInput("repository", Message.of("grant.onlyOne", role));
                }
            }
            case "repostats" -> {
                if (repository == null) {
                    throw new InvalidInput("repository", Message.of("grant.nameOne"));
                }
            }
            default -> throw new InvalidInput("role", Message.of("grant.role"));
        }
        return new Grant(user, tenant, role, repository);
    }

    /**
     * Returns a grant that the tables hold. In an old one, a repository may stand beside any role.
     *
     * @throws IllegalArgumentException when the role is not one that is granted in a tenant
     */
    public static Grant stored(int user, int tenant, String role, @Nullable Integer repository) {
        if (!Role.named(role).isGrantedInATenant()) {
            throw new InvalidInput("role", Message.of("grant.role"));
        }
        return new Grant(user, tenant, role, repository);
    }

    /** Returns the role as a constant. */
    public Role asRole() {
        return Role.named(role);
    }
}
