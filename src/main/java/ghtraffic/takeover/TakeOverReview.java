package ghtraffic.takeover;

import ghtraffic.catalog.Catalog;
import ghtraffic.takeover.CredentialReview.ReviewedCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What an administrator looks at before collecting starts in a database that was taken over. */
@ApplicationScoped
class TakeOverReview {

    /**
     * What there is.
     *
     * @param tenants the number of tenants
     * @param repositories the number of repositories that a tenant tracks
     * @param credentials the credentials that somebody should look at, by name of the tenant
     * @param asking whether GitHub is still being asked about some credentials
     */
    public record TakenOver(int tenants, int repositories, List<ReviewedCredential> credentials, boolean asking) {}

    @Inject
    private Tenants tenants;

    @Inject
    private Catalog catalog;

    @Inject
    private CredentialReview credentials;

    /** Returns what there is now. */
    TakenOver now() {
        return new TakenOver(
                tenants.all().size(), catalog.tracked().size(), credentials.withWarnings(), credentials.isAsking());
    }
}
