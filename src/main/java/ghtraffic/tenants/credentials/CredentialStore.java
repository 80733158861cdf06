package ghtraffic.tenants.credentials;

import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Stores the credential of a tenant and tells the observers in the same transaction. */
@ApplicationScoped
class CredentialStore {

    @Inject
    private Tenants tenants;

    @Inject
    private Event<CredentialReplaced> replaced;

    @Transactional
    void replace(int tenant, TenantCredential credential) {
        tenants.replaceCredential(tenant, credential);
        replaced.fire(new CredentialReplaced(tenant));
    }
}
