package ghtraffic.identity.users;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.EmailAddress;
import ghtraffic.identity.Role;
import ghtraffic.identity.ViewerRights;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was granted to whom in tenants and on their repositories. The table has no key, and a row may hold several roles, so
 * it is read and written as rows.
 */
@ApplicationScoped
public class Grants {

    private static final String ROWS = "select g.aid, g.tid, g.role, g.rid from admintenantreporoles g where ";
    private static final String ORDER = " order by g.aid, g.tid, g.rid";
    private static final String THIS_REPOSITORY = " and rid = ?3";
    private static final String NO_REPOSITORY = " and rid is null";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ViewerRights users;

    @Inject
    private UserStore ledger;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AuditLog audit;

    /**
     * Lets somebody see one repository of a tenant; doing it twice changes nothing. The caller has seen to it that the
     * viewer may give this grant and that the tenant tracks the repository.
     *
     * @param email whose sign-in is to see it, known here or not
     * @return false when this is no e-mail address
     */
    @Transactional
    public boolean letSee(String email, int tenant, int repository) {
        String address = EmailAddress.normal(email);
        if (!EmailAddress.looksLikeOne(address)) {
            return false;
        }
        int user = ledger.invite(address, "") instanceof UserChangeOutcome.KnownAlready known
                ? known.user()
                : users.withEmail(address).get(0).id();
        give(Grant.of(user, tenant, Role.REPOSTATS.group(), repository));
        return true;
    }

    /**
     * Grants something; doing it twice changes nothing. The caller has seen to it that tenant and repository are there.
     *
     * @return false when there is no such user
     */
    @Transactional
    public boolean give(Grant grant) {
        ledger.takeTurn();
        Optional<User> user = Optional.ofNullable(entities.find(User.class, grant.user()));
        if (user.isPresent() && !isGiven(grant)) {
            with(
                            entities.createNativeQuery(
                                    grant.repository() == null
                                            ? "insert into admintenantreporoles (aid, tid, role) values (?1, ?2, ?4)"
                                            : "insert into admintenantreporoles (aid, tid, rid, role) values (?1, ?2, ?3, ?4)"),
                            grant)
                    .setParameter(4, grant.asRole().bit())
                    .executeUpdate();
            changed(grant, "grant.give", user.get(), true);
        }
        return user.isPresent();
    }

    /** Takes a grant back; whether there was one. */
    @Transactional
    public boolean take(Grant grant) {
        ledger.takeTurn();
        User user = entities.find(User.class, grant.user());
        if (user == null || !isGiven(grant)) {
            return false;
        }
        int bit = grant.asRole().bit();
        with(entities.createNativeQuery("update admintenantreporoles set role = role - " + bit + rows(grant)), grant)
                .executeUpdate();
        entities.createNativeQuery("delete from admintenantreporoles where role = 0")
                .executeUpdate();
        changed(grant, "grant.take", user, false);
        return true;
    }

    private void changed(Grant grant, String action, User user, boolean given) {
        Message role = Message.name(grant.asRole());
        String what = grant.repository() == null
                ? Message.inEnglish("said.audit.grant", role, grant.tenant())
                : Message.inEnglish("said.audit.grantOfRepository", role, grant.tenant(), grant.repository());
        audit.add(action, user.email(), given ? null : what, given ? what : null);
        ledger.settle(grant.user());
        entities.flush();
        authenticationCache.clear();
    }

    private boolean isGiven(Grant grant) {
        return !with(entities.createNativeQuery("select aid from admintenantreporoles" + rows(grant)), grant)
                .getResultList()
                .isEmpty();
    }

    private static String rows(Grant grant) {
        return " where aid = ?1 and tid = ?2 and mod(role / " + grant.asRole().bit() + ", 2) = 1"
                + (grant.repository() == null ? NO_REPOSITORY : THIS_REPOSITORY);
    }

    private static Query with(Query query, Grant grant) {
        query.setParameter(1, grant.user()).setParameter(2, grant.tenant());
        return grant.repository() == null ? query : query.setParameter(3, grant.repository());
    }

    /** What was granted to each of these users, by his number; those without grants are absent. */
    @Transactional
    public Map<Integer, List<Grant>> ofUsers(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return grants(entities.createNativeQuery(ROWS + "g.aid in (" + list + ")" + ORDER)).stream()
                .collect(Collectors.groupingBy(Grant::user));
    }

    /** What was granted in a tenant, by user. */
    @Transactional
    public List<Grant> inTenant(int tenant) {
        return grants(entities.createNativeQuery(ROWS + "g.tid = ?1" + ORDER).setParameter(1, tenant));
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

    Set<Role> rolesOf(int user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        ofUsers(List.of(user)).getOrDefault(user, List.of()).forEach(grant -> roles.add(grant.asRole()));
        return roles;
    }

    /** Takes back what was granted on one repository of a tenant, because that is gone. */
    @Transactional
    public void forget(int tenant, int repository) {
        Set<Integer> affected = inTenant(tenant).stream()
                .filter(grant -> Integer.valueOf(repository).equals(grant.repository()))
                .map(Grant::user)
                .collect(Collectors.toSet());
        entities.createNativeQuery("delete from admintenantreporoles where tid = ?1 and rid = ?2")
                .setParameter(1, tenant)
                .setParameter(2, repository)
                .executeUpdate();
        affected.forEach(ledger::settle);
    }

    /** Takes back all that was granted in a tenant, because that is gone. */
    public void forgetTenant(int tenant) {
        Set<Integer> affected = inTenant(tenant).stream().map(Grant::user).collect(Collectors.toSet());
        entities.createNativeQuery("delete from admintenantreporoles where tid = ?1")
                .setParameter(1, tenant)
                .executeUpdate();
        affected.forEach(ledger::settle);
        authenticationCache.clear();
    }

    void forgetUser(int user) {
        entities.createNativeQuery("delete from admintenantreporoles where aid = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }
}
