package ghtraffic.takeover;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.takeover.CredentialReview.ReviewedCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the page of findings that says what was taken over, and its button that lets collecting start. */
@Named
@RequestScoped
public class TakeOverPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionHold hold;

    @Inject
    private Tenants tenants;

    @Inject
    private Catalog catalog;

    @Inject
    private CredentialReview review;

    private @Nullable Boolean waiting;
    private @Nullable List<ReviewedCredential> credentials;

    /** Returns whether collecting waits for the viewer, who is an administrator. */
    public boolean isWaitingForViewer() {
        return viewer.get().has(Role.ADMIN) && isWaiting();
    }

    /** Returns whether collecting waits for an administrator. */
    public boolean isWaiting() {
        if (waiting == null) {
            waiting = hold.isHeld();
        }
        return waiting;
    }

    /** Returns whether GitHub is still being asked about some credentials. */
    public boolean isAsking() {
        return review.isAsking();
    }

    /** Lets collecting start. */
    public String startCollecting() {
        hold.release(viewer.administrator().email());
        return "/findings?faces-redirect=true&did=started";
    }

    /** Returns the number of tenants. */
    public int getTenants() {
        return tenants.all().size();
    }

    /** Returns the number of repositories that a tenant tracks. */
    public int getRepositories() {
        return catalog.tracked().size();
    }

    /** Returns the credentials that somebody should look at. */
    public List<ReviewedCredential> getCredentials() {
        if (credentials == null) {
            credentials = review.withWarnings();
        }
        return credentials;
    }
}
