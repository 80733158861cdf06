package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.json.bind.annotation.JsonbNillable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do in a tenant.
 *
 * @param user his number
 * @param tenant the tenant's number
 * @param role the word tenant, tenantstats or repostats
 * @param repository the one repository that it opens; null for all of the tenant's
 */
@JsonbNillable
public record Grant(
        int user, int tenant, String role, @Nullable Integer repository) {

    /**
     * The same from what was entered.
     *
     * @throws IllegalArgumentException when the role cannot be granted, or goes without or only with a repository, with the
     *     field's name and a message for people
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
     * What may stand in the tables, also what is not granted any more: a repository may be beside any role.
     *
     * @throws IllegalArgumentException when the role is none that is granted in a tenant
     */
    public static Grant stored(int user, int tenant, String role, @Nullable Integer repository) {
        if (!Role.named(role).isGrantedInATenant()) {
            throw new InvalidInput("role", Message.of("grant.role"));
        }
        return new Grant(user, tenant, role, repository);
    }

    /** The role. */
    public Role asRole() {
        return Role.named(role);
    }
}
