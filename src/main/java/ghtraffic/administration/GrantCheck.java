package ghtraffic.administration;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.users.Grant;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.Message;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores a grant after checking that its tenant exists and tracks its repository. */
@ApplicationScoped
class GrantCheck {

    @Inject
    private Tenants tenants;

    @Inject
    private Catalog catalog;

    @Inject
    private Grants grants;

    /**
     * Stores the grant.
     *
     * @return what is missing; null when the grant is stored
     */
    @Transactional
    @Nullable
    Message grant(Grant grant) {
        if (tenants.of(grant.tenant()).isEmpty()) {
            return Message.of("grant.noTenant", String.valueOf(grant.tenant()));
        }
        Integer repository = grant.repository();
        if (repository != null
                && !catalog.trackingTenants(List.of(repository))
                        .getOrDefault(repository, List.of())
                        .contains(grant.tenant())) {
            return Message.of("grant.noRepository", String.valueOf(repository));
        }
        return grants.grant(grant) ? null : Message.of("grant.noUser", String.valueOf(grant.user()));
    }
}
