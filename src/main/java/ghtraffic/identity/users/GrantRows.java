package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of the table of grants. The table comes from the Python application: it has no key, and one
 * row may hold several roles as a sum of bits. An entity needs a key, so this class uses SQL.
 */
@ApplicationScoped
class GrantRows {

    private static final String SELECT = "select g.aid, g.tid, g.role, g.rid from admintenantreporoles g where ";
    private static final String ORDER = " order by g.aid, g.tid, g.rid";

    @PersistenceContext
    private EntityManager entities;

    /** Returns the grants of these users. */
    @Transactional
    List<Grant> ofUsers(Collection<Integer> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        String list = users.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return grants(entities.createNativeQuery(SELECT + "g.aid in (" + list + ")" + ORDER));
    }

    /** Returns the grants in a tenant, ordered by user. */
    @Transactional
    List<Grant> inTenant(int tenant) {
        return grants(entities.createNativeQuery(SELECT + "g.tid = ?1" + ORDER).setParameter(1, tenant));
    }

    boolean has(Grant grant) {
        return !with(entities.createNativeQuery("select aid from admintenantreporoles" + where(grant)), grant)
                .getResultList()
                .isEmpty();
    }

    void add(Grant grant) {
        String sql = grant.repository() == null
                ? "insert into admintenantreporoles (aid, tid, role) values (?1, ?2, ?4)"
                : "insert into admintenantreporoles (aid, tid, rid, role) values (?1, ?2, ?3, ?4)";
        with(entities.createNativeQuery(sql), grant)
                .setParameter(4, grant.asRole().bit())
                .executeUpdate();
    }

    void remove(Grant grant) {
        int bit = grant.asRole().bit();
        with(entities.createNativeQuery("update admintenantreporoles set role = role - " + bit + where(grant)), grant)
                .executeUpdate();
        entities.createNativeQuery("delete from admintenantreporoles where role = 0")
                .executeUpdate();
    }

    void removeOfRepository(int tenant, int repository) {
        entities.createNativeQuery("delete from admintenantreporoles where tid = ?1 and rid = ?2")
                .setParameter(1, tenant)
                .setParameter(2, repository)
                .executeUpdate();
    }

    void removeOfTenant(int tenant) {
        entities.createNativeQuery("delete from admintenantreporoles where tid = ?1")
                .setParameter(1, tenant)
                .executeUpdate();
    }

    void removeOfUser(int user) {
        entities.createNativeQuery("delete from admintenantreporoles where aid = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    private static String where(Grant grant) {
        return " where aid = ?1 and tid = ?2 and mod(role / " + grant.asRole().bit() + ", 2) = 1"
                + (grant.repository() == null ? " and rid is null" : " and rid = ?3");
    }

    private static Query with(Query query, Grant grant) {
        query.setParameter(1, grant.user()).setParameter(2, grant.tenant());
        return grant.repository() == null ? query : query.setParameter(3, grant.repository());
    }

    private static List<Grant> grants(Query query) {
        List<Grant> grants = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] values = (Object[]) row;
            for (Role role : Role.ofSum(((Number) values[2]).intValue())) {
                if (role.isGrantedInATenant()) {
                    grants.add(new Grant(
                            ((Number) values[0]).intValue(),
                            ((Number) values[1]).intValue(),
                            role.group(),
                            number(values[3])));
                }
            }
        }
        return grants;
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value == null ? null : ((Number) value).intValue();
    }
}
