package ghtraffic.tenants.credentials;

import ghtraffic.tenants.TenantRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;

/** Remembers whose GitHub token was stored in plain text, until it is replaced. Older backups still show it. */
@ApplicationScoped
public class PlainTokens {

    @PersistenceContext
    private EntityManager entities;

    /** Returns the tenants that still use a token that was stored in plain text. */
    @Transactional
    public Set<Integer> tenants() {
        return new TreeSet<>(entities.createQuery("select p.tenant from PlainToken p", Integer.class)
                .getResultList());
    }

    /** Remembers it within the transaction that encrypts the token. */
    void remember(int tenant) {
        entities.merge(new PlainToken(tenant));
    }

    void forget(@Observes CredentialReplaced replaced) {
        forget(replaced.tenant());
    }

    void forget(@Observes TenantRemoved removed) {
        forget(removed.tenant());
    }

    private void forget(int tenant) {
        entities.createQuery("delete from PlainToken p where p.tenant = :tenant")
                .setParameter("tenant", tenant)
                .executeUpdate();
    }
}
