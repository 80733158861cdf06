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
     * The GitHub token of a tenant; empty when there is no such tenant.
     *
     * @throws UnreadableTokenException when it was encrypted with another key
     */
    @Transactional
    public Optional<Secret> gitHubToken(int tenant) {
        return Optional.ofNullable(entities.find(Tenant.class, tenant))
                .map(Tenant::encryptedToken)
                .map(encryption::decrypt);
    }
}
