package ghtraffic.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The viewer of the request at hand, read once from the role tables. */
@RequestScoped
public class CurrentViewer {

    @Inject
    private Users users;

    @Inject
    private Identities identities;

    @Inject
    private SecurityContext security;

    private @Nullable Viewer viewer;
    private @Nullable Standing standing;

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return security.getCallerPrincipal() != null;
    }

    /**
     * The viewer.
     *
     * @throws NotSignedInException when nobody is signed in whose e-mail address the provider vouches for
     */
    public Viewer get() {
        if (viewer == null) {
            if (!(standing() instanceof Standing.Verified verified)) {
                throw new NotSignedInException();
            }
            viewer = users.viewer(verified.email());
        }
        return viewer;
    }

    /** How the caller stands with his e-mail address. */
    public Standing standing() {
        if (standing == null) {
            Principal principal = security.getCallerPrincipal();
            standing = principal == null ? new Standing.Nobody() : identities.standing(subject(principal));
        }
        return standing;
    }

    private static String subject(Principal principal) {
        return principal instanceof JsonWebToken token ? token.getSubject() : principal.getName();
    }
}
