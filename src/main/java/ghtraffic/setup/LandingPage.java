package ghtraffic.setup;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page for people who are not signed in. */
@Named
@RequestScoped
public class LandingPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private FirstSetup setUp;

    /** Leads signed-in people on. */
    public @Nullable String enter() {
        return viewer.isSignedIn() ? "/overview?faces-redirect=true" : null;
    }

    /** Whether the server waits for its first set-up. */
    public boolean isSetUpOpen() {
        return setUp.isOpen();
    }
}
