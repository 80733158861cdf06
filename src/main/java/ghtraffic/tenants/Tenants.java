package ghtraffic.tenants;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Encryption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads tenants, and reads and stores their GitHub credentials. */
@ApplicationScoped
public class Tenants {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Encryption encryption;

    @Inject
    private AuditLog audit;

    /**
     * Returns the GitHub credential of a tenant: its app if it has one, otherwise its token. Empty when there is no
     * such tenant, or it has no credential.
     *
     * @throws UnreadableTokenException when the credential was encrypted with another key
     */
    @Transactional
    public Optional<TenantCredential> credential(int tenant) {
        TenantApp app = entities.find(TenantApp.class, tenant);
        if (app != null) {
            return Optional.of(
                    new TenantCredential.App(app.appId(), app.installation(), encryption.decrypt(app.encryptedKey())));
        }
        return Optional.ofNullable(entities.find(Tenant.class, tenant))
                .filter(Tenant::hasToken)
                .map(Tenant::encryptedToken)
                .map(encryption::decrypt)
                .map(TenantCredential.Token::new);
    }

    /** Returns all tenants, by name. */
    @Transactional
    public List<TenantItem> all() {
        Set<Integer> apps = new HashSet<>(entities.createQuery("select a.tenant from TenantApp a", Integer.class)
                .getResultList());
        return entities.createQuery("select t from Tenant t", Tenant.class)
                .getResultStream()
                .map(tenant -> item(tenant, apps.contains(tenant.id())))
                .sorted(Comparator.comparing(
                                (TenantItem tenant) -> tenant.name().toLowerCase(Locale.ROOT))
                        .thenComparing(TenantItem::id))
                .toList();
    }

    /** Returns the tenant with this number. */
    @Transactional
    public Optional<TenantItem> of(int id) {
        return Optional.ofNullable(entities.find(Tenant.class, id))
                .map(tenant -> item(tenant, entities.find(TenantApp.class, id) != null));
    }

    private static TenantItem item(Tenant tenant, boolean app) {
        return new TenantItem(
                tenant.id(), tenant.name(), tenant.gitHubUser(), app ? "app" : tenant.hasToken() ? "token" : "none");
    }

    /** Stores a new credential in place of the old one. */
    @Transactional
    public void replaceCredential(int tenant, TenantCredential credential) {
        of(tenant)
                .ifPresent(before -> audit.add(
                        "tenant.credential",
                        TenantStore.subject(tenant, before.name()),
                        Message.of("said.audit.credential." + before.credential()),
                        credential instanceof TenantCredential.App app
                                ? Message.of("said.audit.installedApp", app.appId(), app.installation())
                                : Message.of("said.audit.credential.token")));
        if (credential instanceof TenantCredential.App app) {
            entities.merge(
                    new TenantApp(tenant, app.appId(), app.installation(), encryption.encrypt(app.privateKey())));
        } else if (credential instanceof TenantCredential.Token token) {
            TenantApp before = entities.find(TenantApp.class, tenant);
            if (before != null) {
                entities.remove(before);
            }
            entities.find(Tenant.class, tenant).replaceToken(encryption.encrypt(token.token()));
        }
    }
}
