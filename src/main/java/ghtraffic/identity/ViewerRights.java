package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rights of users, as the role tables hold them. */
@ApplicationScoped
public class ViewerRights {

    private static final String GRANTS = """
            select g.tid, g.role, t.fname, t.lname, t.ghuser from admintenantreporoles g
            join adminusers u on u.aid = g.aid join tenants t on t.tid = g.tid where lower(u.email) = ?1
            and u.disabled = 0
            """;

    private static final String ROLES = "select r.role from adminroles r join adminusers u on u.aid = r.aid"
            + " where lower(u.email) = ?1 and u.disabled = 0";

    private static final String USERS =
            "select u.auser, u.disabled from adminusers u where lower(u.email) = ?1 order by u.aid";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Returns the viewer with this email address. They have no rights when the tables do not know the address or the
     * user is deactivated.
     */
    @Transactional
    public Viewer viewer(String email) {
        String normal = EmailAddress.normal(email);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object sum : rows(ROLES, normal)) {
            roles.addAll(Role.ofSum(((Number) sum).intValue()));
        }
        Map<Integer, Viewer.Access> tenants = new TreeMap<>();
        for (Object row : rows(GRANTS, normal)) {
            Object[] grant = (Object[]) row;
            Set<Role> granted = Role.ofSum(((Number) grant[1]).intValue());
            int tenant = ((Number) grant[0]).intValue();
            tenants.computeIfAbsent(
                            tenant,
                            id -> new Viewer.Access(
                                    id,
                                    TenantName.of((String) grant[2], (String) grant[3], (String) grant[4]),
                                    EnumSet.noneOf(Role.class)))
                    .roles()
                    .addAll(granted);
            roles.addAll(granted);
        }
        return new Viewer(normal, name(normal), roles, new ArrayList<>(tenants.values()));
    }

    /** Returns whether an administrator has deactivated the user with this address. */
    public boolean isDisabled(String email) {
        return users(email).stream().anyMatch(user -> ((Number) user[1]).intValue() != 0);
    }

    private @Nullable String name(String email) {
        return users(email).stream().map(user -> (String) user[0]).findFirst().orElse(null);
    }

    private List<Object[]> users(String email) {
        return rows(USERS, email).stream().map(Object[].class::cast).toList();
    }

    private List<?> rows(String sql, String email) {
        Query query = entities.createNativeQuery(sql);
        return query.setParameter(1, email).getResultList();
    }
}
