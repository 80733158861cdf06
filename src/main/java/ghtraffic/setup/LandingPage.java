package ghtraffic.setup;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.SignInProviders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page for users who are not signed in. */
@Named
@RequestScoped
public class LandingPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private FirstSetup setUp;

    @Inject
    private SignInProviders providers;

    /** Returns whether users choose between an OpenID provider and GitHub. */
    public boolean isChoice() {
        return providers.hasOpenId() && providers.hasGitHub();
    }

    /** Redirects users who are signed in to the overview. */
    public @Nullable String enter() {
        return viewer.isSignedIn() ? "/overview?faces-redirect=true" : null;
    }

    /** Returns whether the server still needs its first setup. */
    public boolean isSetUpOpen() {
        return setUp.isNeeded();
    }
}
