package ghtraffic.tenants;

import ghtraffic.audit.AuditLog;
import ghtraffic.identity.NameRules;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes which tenants there are. What they read GitHub with is kept by {@link Tenants}. */
@ApplicationScoped
public class TenantStore {

    private static final int LONGEST_NAME = 100;
    private static final Pattern GITHUB_USER = Pattern.compile("[A-Za-z0-9_-]{1,39}");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Grants grants;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<TenantRemoved> removed;

    /**
     * Makes a tenant, who has no credential yet.
     *
     * @param name what he is called, 1 to 100 characters
     * @param gitHubUser the GitHub user or organisation that he stands for
     * @throws IllegalArgumentException when one of them is wrong, with the field's name
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public TenantItem create(String name, String gitHubUser) {
        Tenant tenant = new Tenant(NameRules.line("name", name, LONGEST_NAME), checked(gitHubUser));
        entities.persist(tenant);
        entities.flush();
        audit.add("tenant.create", subject(tenant), null, user(tenant));
        return new TenantItem(tenant.id(), tenant.name(), tenant.gitHubUser(), "none");
    }

    /**
     * Calls a tenant something else; whether there is such a tenant.
     *
     * @throws IllegalArgumentException when one of the names is wrong, with the field's name
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public boolean rename(int id, String name, String gitHubUser) {
        String called = NameRules.line("name", name, LONGEST_NAME);
        String user = checked(gitHubUser);
        Optional<Tenant> found = Optional.ofNullable(entities.find(Tenant.class, id));
        found.ifPresent(tenant -> {
            String before = called(tenant);
            tenant.rename(called, user);
            audit.add("tenant.rename", subject(tenant), before, called(tenant));
        });
        return found.isPresent();
    }

    /**
     * Removes a tenant with his credential and all that was granted in him. What he tracks is tracked by the others only.
     *
     * @param deleteHistory whether the histories of the repositories that nobody else tracks are deleted too
     * @return whether there was such a tenant
     */
    @Transactional
    public boolean remove(int id, boolean deleteHistory) {
        Tenant tenant = entities.find(Tenant.class, id);
        if (tenant == null) {
            return false;
        }
        removed.fire(new TenantRemoved(id, deleteHistory));
        grants.revokeTenant(id);
        TenantApp app = entities.find(TenantApp.class, id);
        if (app != null) {
            entities.remove(app);
        }
        audit.add(
                "tenant.remove",
                subject(tenant),
                user(tenant),
                Message.inEnglish(deleteHistory ? "said.audit.historyDeleted" : "said.audit.historyKeptWithoutNotes"));
        entities.remove(tenant);
        return true;
    }

    private static String checked(String gitHubUser) {
        String user = gitHubUser.strip();
        if (!GITHUB_USER.matcher(user).matches()) {
            throw new InvalidInput("gitHubUser", Message.of("input.gitHubUser"));
        }
        return user;
    }

    private static String subject(Tenant tenant) {
        return subject(tenant.id(), tenant.name());
    }

    /** How the audit log names a tenant. */
    static String subject(int id, String name) {
        return Message.inEnglish("said.audit.tenant", id, name);
    }

    private static String called(Tenant tenant) {
        return Message.inEnglish("said.audit.tenantCalled", tenant.name(), tenant.gitHubUser());
    }

    private static String user(Tenant tenant) {
        return Message.inEnglish("said.audit.gitHubUser", tenant.gitHubUser());
    }
}
