package ghtraffic.catalogue;

import ghtraffic.identity.Grant;
import ghtraffic.identity.Grants;
import ghtraffic.identity.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants what is there to be granted: in a tenant that exists, on a repository that it tracks. */
@ApplicationScoped
class GrantChange {

    @Inject
    private Tenants tenants;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Grants grants;

    /** Grants it. Answers what is missing, in words for people, and null when it is granted. */
    @Transactional
    @Nullable
    String give(Grant grant) {
        if (tenants.of(grant.tenant()).isEmpty()) {
            return "There is no tenant " + grant.tenant();
        }
        Integer repository = grant.repository();
        if (repository != null
                && !catalogue
                        .subscribers(List.of(repository))
                        .getOrDefault(repository, List.of())
                        .contains(grant.tenant())) {
            return "The tenant tracks no repository " + repository;
        }
        return grants.give(grant) ? null : "There is no user " + grant.user();
    }
}
