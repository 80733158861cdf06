package ghtraffic.identity.users;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.EmailAddress;
import ghtraffic.identity.NameRules;
import ghtraffic.identity.Role;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the users and their roles on the whole server. There is always at least one active administrator. */
@ApplicationScoped
public class UserStore {

    private static final int LONGEST_NAME = 255;

    /**
     * A change of a user. A field that is null stays as it is.
     *
     * @param name the new name
     * @param roles the new server roles: any of admin and sysmaint
     * @param disabled whether the user is deactivated
     */
    public record NewValues(
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable Boolean disabled) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Grants grants;

    @Inject
    private ServerRoles roles;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<UserRemoved> removed;

    /**
     * Adds a user before their first sign-in.
     *
     * @param email the address that the user will sign in with
     * @param name the user's name; the address is used when it is blank
     * @throws IllegalArgumentException when one of them is invalid, with the name of the field
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public UserChangeOutcome invite(String email, String name) {
        String address = EmailAddress.normal(email);
        if (!EmailAddress.looksLikeOne(address)) {
            throw new InvalidInput("email", Message.of("input.noEmail"));
        }
        String called = name.isBlank() ? address : NameRules.line("name", name, LONGEST_NAME);
        lock();
        var known = withEmail(address);
        if (!known.isEmpty()) {
            return new UserChangeOutcome.AlreadyExists(known.get(0).id());
        }
        User added = new User(called, address);
        entities.persist(added);
        entities.flush();
        audit.add("user.invite", Message.plain(address), null, Message.plain(called));
        return new UserChangeOutcome.Done(added.id());
    }

    /** Returns the id of the user with this address; invites them when nobody has it. */
    int findOrInvite(String address) {
        List<User> known = withEmail(address);
        if (!known.isEmpty()) {
            return known.get(0).id();
        }
        invite(address, "");
        return withEmail(address).get(0).id();
    }

    private List<User> withEmail(String address) {
        return entities.createQuery("select u from User u where lower(u.email) = :email order by u.id", User.class)
                .setParameter("email", address)
                .getResultList();
    }

    /** Changes a user. Throws IllegalArgumentException when the name is invalid, with the name of the field. */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public UserChangeOutcome change(int id, NewValues change) {
        String called = change.name() == null ? null : NameRules.line("name", change.name(), LONGEST_NAME);
        lock();
        User user = entities.find(User.class, id);
        if (user == null) {
            return new UserChangeOutcome.Unknown();
        }
        Set<Role> before = roles.ofServer(id);
        Set<Role> after = change.roles() == null ? before : change.roles();
        boolean disabled = change.disabled() == null ? user.isDisabled() : change.disabled();
        boolean loses = before.contains(Role.ADMIN) && !user.isDisabled() && (disabled || !after.contains(Role.ADMIN));
        if (loses && nobodyAdministersBeside(id)) {
            return new UserChangeOutcome.LastAdministrator();
        }
        if (called != null && !called.equals(user.name())) {
            audit.add("user.rename", subject(user), Message.plain(user.name()), Message.plain(called));
            user.rename(called);
        }
        if (!after.equals(before)) {
            audit.add("user.roles", subject(user), words(before), words(after));
            roles.store(id, after, grants.rolesOf(id));
        }
        if (disabled != user.isDisabled()) {
            audit.add(disabled ? "user.disable" : "user.enable", subject(user), null, null);
            user.setDisabled(disabled);
        }
        entities.flush();
        authenticationCache.clear();
        return new UserChangeOutcome.Done(id);
    }

    /** Deletes a user with all their grants, and revokes the access tokens of their address. */
    @Transactional
    public UserChangeOutcome remove(int id) {
        lock();
        User user = entities.find(User.class, id);
        if (user == null) {
            return new UserChangeOutcome.Unknown();
        }
        Set<Role> before = roles.ofServer(id);
        if (before.contains(Role.ADMIN) && !user.isDisabled() && nobodyAdministersBeside(id)) {
            return new UserChangeOutcome.LastAdministrator();
        }
        grants.revokeUser(id);
        entities.createQuery("delete from UserRoles r where r.user = :user")
                .setParameter("user", id)
                .executeUpdate();
        removed.fire(new UserRemoved(EmailAddress.normal(user.email())));
        audit.add("user.remove", subject(user), words(before), null);
        entities.remove(user);
        entities.flush();
        authenticationCache.clear();
        return new UserChangeOutcome.Done(id);
    }

    /** Stores the sum of a user's server roles and the roles of their grants. */
    void updateRoles(int user) {
        roles.store(user, roles.ofServer(user), grants.rolesOf(user));
    }

    private boolean nobodyAdministersBeside(int user) {
        return entities.createQuery(
                                "select count(r) from UserRoles r, User u where u.id = r.user and u.id <> :user"
                                        + " and u.disabled = 0 and mod(r.sum, 2) = 1",
                                Long.class)
                        .setParameter("user", user)
                        .getSingleResult()
                == 0;
    }

    /** Locks until the transaction ends, so that two administrators cannot remove each other at the same time. */
    void lock() {
        entities.createNativeQuery("update adminrolevalues set role = role where role = " + Role.ADMIN.bit())
                .executeUpdate();
    }

    private static Message subject(User user) {
        return Message.plain(user.email());
    }

    private static Message words(Set<Role> roles) {
        return roles.isEmpty()
                ? Message.of("said.audit.noRoles")
                : Message.listed(roles.stream().map(Message::name).toList());
    }
}
