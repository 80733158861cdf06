package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The tenants and their credentials. */
@ApplicationScoped
public class Tenants {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Encryption encryption;

    /**
     * What a tenant reads GitHub with: his app if he has one, else his token. Empty when there is no such tenant.
     *
     * @throws UnreadableTokenException when it was encrypted with another key
     */
    @Transactional
    public Optional<TenantCredential> credential(int tenant) {
        InstalledApp app = entities.find(InstalledApp.class, tenant);
        if (app != null) {
            return Optional.of(
                    new TenantCredential.App(app.appId(), app.installation(), encryption.decrypt(app.encryptedKey())));
        }
        return Optional.ofNullable(entities.find(Tenant.class, tenant))
                .map(Tenant::encryptedToken)
                .map(encryption::decrypt)
                .map(TenantCredential.Token::new);
    }

    /** Keeps another credential in the place of the one before. */
    @Transactional
    public void replaceCredential(int tenant, TenantCredential credential) {
        if (credential instanceof TenantCredential.App app) {
            entities.merge(
                    new InstalledApp(tenant, app.appId(), app.installation(), encryption.encrypt(app.privateKey())));
        } else if (credential instanceof TenantCredential.Token token) {
            InstalledApp before = entities.find(InstalledApp.class, tenant);
            if (before != null) {
                entities.remove(before);
            }
            entities.find(Tenant.class, tenant).replaceToken(encryption.encrypt(token.token()));
        }
    }
}
