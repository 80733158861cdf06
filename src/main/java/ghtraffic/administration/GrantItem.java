package ghtraffic.administration;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Role;
import ghtraffic.identity.users.Grant;
import ghtraffic.tenants.TenantItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A grant, as pages show it.
 *
 * @param grant the grant
 * @param role the role
 * @param tenant the tenant's name
 * @param repository {@code owner/name}; empty when the grant is for all repositories of the tenant
 */
public record GrantItem(Grant grant, Role role, String tenant, String repository) {

    static List<GrantItem> of(List<Grant> grants, List<TenantItem> tenants, Catalog catalog) {
        Map<Integer, String> names = tenants.stream().collect(Collectors.toMap(TenantItem::id, TenantItem::name));
        List<Integer> ids = grants.stream()
                .map(Grant::repository)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Integer, TrackedRepository> repositories =
                catalog.withIds(ids).stream().collect(Collectors.toMap(TrackedRepository::id, Function.identity()));
        return grants.stream()
                .map(grant -> new GrantItem(
                        grant,
                        grant.asRole(),
                        names.getOrDefault(grant.tenant(), "#" + grant.tenant()),
                        name(grant, repositories)))
                .toList();
    }

    private static String name(Grant grant, Map<Integer, TrackedRepository> repositories) {
        Integer id = grant.repository();
        if (id == null) {
            return "";
        }
        TrackedRepository repository = repositories.get(id);
        return repository == null ? "#" + id : repository.fullName();
    }

    /** Returns the tenant, role and repository as one text, by which a form identifies the grant. */
    public String key() {
        return grant.tenant() + "/" + grant.role() + "/" + (grant.repository() == null ? "" : grant.repository());
    }
}
