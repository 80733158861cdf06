package ghtraffic.identity.users;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.EmailAddress;
import ghtraffic.identity.Role;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Grants users access to tenants and repositories, and revokes it. Each change is written to the audit log. */
@ApplicationScoped
public class Grants {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private GrantRows rows;

    @Inject
    private UserStore users;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AuditLog audit;

    /**
     * Grants access to one repository of a tenant, and invites the user if nobody has this address. Granting twice changes
     * nothing. The caller has checked that the viewer may give this grant and that the tenant tracks the repository.
     *
     * @param email the address that the user signs in with
     * @return false when this is not an email address
     */
    @Transactional
    public boolean shareRepository(String email, int tenant, int repository) {
        String address = EmailAddress.normal(email);
        if (!EmailAddress.looksLikeOne(address)) {
            return false;
        }
        grant(Grant.of(users.findOrInvite(address), tenant, Role.REPOSTATS.group(), repository));
        return true;
    }

    /**
     * Grants access. Granting twice changes nothing. The caller has checked that tenant and repository exist.
     *
     * @return false when there is no such user
     */
    @Transactional
    public boolean grant(Grant grant) {
        users.lock();
        Optional<User> user = Optional.ofNullable(entities.find(User.class, grant.user()));
        if (user.isPresent() && !rows.has(grant)) {
            rows.add(grant);
            changed(grant, "grant.give", user.get(), true);
        }
        return user.isPresent();
    }

    /** Revokes access. Returns whether it was granted before. */
    @Transactional
    public boolean revoke(Grant grant) {
        users.lock();
        User user = entities.find(User.class, grant.user());
        if (user == null || !rows.has(grant)) {
            return false;
        }
        rows.remove(grant);
        changed(grant, "grant.take", user, false);
        return true;
    }

    private void changed(Grant grant, String action, User user, boolean given) {
        Message role = Message.name(grant.asRole());
        Message what = grant.repository() == null
                ? Message.of("said.audit.grant", role, grant.tenant())
                : Message.of("said.audit.grantOfRepository", role, grant.tenant(), grant.repository());
        audit.add(action, Message.plain(user.email()), given ? null : what, given ? what : null);
        users.updateRoles(grant.user());
        entities.flush();
        authenticationCache.clear();
    }

    /** Returns the grants of these users by user id; users without grants are absent. */
    public Map<Integer, List<Grant>> ofUsers(Collection<Integer> ids) {
        return rows.ofUsers(ids).stream().collect(Collectors.groupingBy(Grant::user));
    }

    /** Returns the grants in a tenant, ordered by user. */
    public List<Grant> inTenant(int tenant) {
        return rows.inTenant(tenant);
    }

    Set<Role> rolesOf(int user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        rows.ofUsers(List.of(user)).forEach(grant -> roles.add(grant.asRole()));
        return roles;
    }

    /** Revokes all access to one repository of a tenant, because the tenant no longer tracks it. */
    @Transactional
    public void revokeRepository(int tenant, int repository) {
        Set<Integer> affected = rows.inTenant(tenant).stream()
                .filter(grant -> Integer.valueOf(repository).equals(grant.repository()))
                .map(Grant::user)
                .collect(Collectors.toSet());
        rows.removeOfRepository(tenant, repository);
        affected.forEach(users::updateRoles);
    }

    /** Revokes all access to a tenant, because the tenant is removed. The caller opens the transaction. */
    public void revokeTenant(int tenant) {
        Set<Integer> affected = rows.inTenant(tenant).stream().map(Grant::user).collect(Collectors.toSet());
        rows.removeOfTenant(tenant);
        affected.forEach(users::updateRoles);
        authenticationCache.clear();
    }

    void revokeUser(int user) {
        rows.removeOfUser(user);
    }
}
