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

/** Stores the tenants. {@link Tenants} stores their GitHub credentials. */
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
     * Creates a tenant without a credential.
     *
     * @param name the name, 1 to 100 bytes of UTF-8
     * @param gitHubUser the GitHub user or organization that the tenant stands for
     * @throws IllegalArgumentException when one of them is invalid, with the name of the field
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
     * Renames a tenant and changes its GitHub user.
     *
     * @return whether there is such a tenant
     * @throws IllegalArgumentException when one of the names is invalid, with the name of the field
     */
    @Transactional(dontRollbackOn = IllegalArgumentException.class)
    public boolean rename(int id, String name, String gitHubUser) {
        String called = NameRules.line("name", name, LONGEST_NAME);
        String user = checked(gitHubUser);
        Optional<Tenant> found = Optional.ofNullable(entities.find(Tenant.class, id));
        found.ifPresent(tenant -> {
            Message before = called(tenant);
            tenant.rename(called, user);
            audit.add("tenant.rename", subject(tenant), before, called(tenant));
        });
        return found.isPresent();
    }

    /**
     * Removes a tenant with its credential and all grants in it. Its repositories stay tracked by the other tenants
     * that track them.
     *
     * @param deleteHistory whether the histories of repositories that no other tenant tracks are deleted too
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
                Message.of(deleteHistory ? "said.audit.historyDeleted" : "said.audit.historyKeptWithoutNotes"));
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

    private static Message subject(Tenant tenant) {
        return subject(tenant.id(), tenant.name());
    }

    /** Returns the text by which the audit log names a tenant. */
    static Message subject(int id, String name) {
        return Message.of("said.audit.tenant", id, name);
    }

    private static Message called(Tenant tenant) {
        return Message.of("said.audit.tenantCalled", tenant.name(), tenant.gitHubUser());
    }

    private static Message user(Tenant tenant) {
        return Message.of("said.audit.gitHubUser", tenant.gitHubUser());
    }
}
