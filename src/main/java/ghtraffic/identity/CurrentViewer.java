package ghtraffic.identity;

import ghtraffic.audit.Actor;
import ghtraffic.audit.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The viewer of the request at hand, read once from the role tables. */
@RequestScoped
public class CurrentViewer implements CurrentActor {

    @Inject
    private ViewerRights users;

    @Inject
    private Identities identities;

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "APPID_SUBJECT_CLAIM", defaultValue = "sub")
    private String subjectClaim;

    private @Nullable VerifiedToken token;
    private int session;
    private @Nullable Viewer viewer;
    private @Nullable EmailStatus standing;

    /** Lets the request act with an access token, whoever else it may be signed in as. Comes before anything is asked. */
    public void actsWith(VerifiedToken recognised) {
        token = recognised;
        viewer = null;
        standing = null;
    }

    /** Says in which session the request comes. */
    public void isInSession(int number) {
        session = number;
    }

    /** The number of the session in which the request comes; 0 when it does not come from a browser. */
    public int session() {
        return session;
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return knownSubject() != null;
    }

    /** Whether the request acts with an access token: those make no others. */
    public boolean isActingWithAccessToken() {
        return token != null;
    }

    /**
     * The viewer. An access token carries no more of his rights than its scopes say.
     *
     * @throws NotSignedInException when nobody is signed in whose e-mail address the provider vouches for, or who may not come
     *     in
     */
    public Viewer get() {
        if (viewer == null) {
            if (!(standing() instanceof EmailStatus.Verified verified)) {
                throw new NotSignedInException();
            }
            Viewer whole = users.viewer(verified.email());
            viewer = token == null ? whole : whole.within(token.scopes());
        }
        return viewer;
    }

    /**
     * The viewer, who administers this server.
     *
     * @throws MissingRoleException when he does not
     */
    public Viewer administrator() {
        Viewer me = get();
        if (!me.has(Role.ADMIN)) {
            throw new MissingRoleException(Role.ADMIN);
        }
        return me;
    }

    /** How the caller stands with his e-mail address. */
    public EmailStatus standing() {
        if (standing == null) {
            String subject = knownSubject();
            standing = subject == null ? new EmailStatus.Nobody() : standing(subject);
        }
        return standing;
    }

    private EmailStatus standing(String subject) {
        EmailStatus known = identities.standing(subject);
        return known instanceof EmailStatus.Verified verified && users.isDisabled(verified.email())
                ? new EmailStatus.Disabled(verified.email())
                : known;
    }

    /**
     * The provider's subject: who acts, or whose access token does.
     *
     * @throws NotSignedInException when nobody is signed in
     */
    public String subject() {
        String subject = knownSubject();
        if (subject == null) {
            throw new NotSignedInException();
        }
        return subject;
    }

    private @Nullable String knownSubject() {
        if (token != null) {
            return token.subject();
        }
        Principal principal = security.getCallerPrincipal();
        return principal instanceof JsonWebToken jwt
                ? String.valueOf(jwt.<Object>getClaim(subjectClaim))
                : principal == null ? null : principal.getName();
    }

    @Override
    public Actor actor() {
        return new Actor(name(), via(), String.valueOf(request.getRemoteAddr()));
    }

    private String name() {
        return standing() instanceof EmailStatus.Verified verified ? verified.email() : "nobody";
    }

    private String via() {
        if (token != null) {
            return "access token " + token.id() + " (" + token.name() + ")";
        }
        return security.getCallerPrincipal() instanceof JsonWebToken ? "token of the provider" : "browser";
    }
}
