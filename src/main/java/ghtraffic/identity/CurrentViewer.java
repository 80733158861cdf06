package ghtraffic.identity;

import ghtraffic.audit.Actor;
import ghtraffic.audit.CurrentActor;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The viewer of the current request. Their rights are read from the role tables once per request. */
@RequestScoped
public class CurrentViewer implements CurrentActor {

    @Inject
    private ViewerRights rights;

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

    /**
     * Makes the request act with an access token, regardless of any other sign-in that it carries. Must be called
     * before any other method of this bean.
     */
    public void actWith(VerifiedToken recognised) {
        token = recognised;
        viewer = null;
        standing = null;
    }

    /** Stores the browser session that the request belongs to. */
    public void setSession(int number) {
        session = number;
    }

    /** Returns the number of the browser session, or 0 when the request does not come from a browser. */
    public int session() {
        return session;
    }

    /** Returns whether the request has a signed-in user, by session or by token. */
    public boolean isSignedIn() {
        return knownSubject() != null;
    }

    /** Returns whether the request acts with an access token. Such a request may not create access tokens. */
    public boolean isActingWithAccessToken() {
        return token != null;
    }

    /**
     * Returns the viewer. With an access token, their rights are limited to its scopes.
     *
     * @throws NotSignedInException when nobody is signed in, when the provider does not vouch for the user's email
     *     address, or when the user is deactivated
     */
    public Viewer get() {
        if (viewer == null) {
            if (!(emailStatus() instanceof EmailStatus.Verified verified)) {
                throw new NotSignedInException();
            }
            Viewer whole = rights.viewer(verified.email());
            viewer = token == null ? whole : whole.within(token.scopes());
        }
        return viewer;
    }

    /**
     * Returns the viewer, who must be an administrator of this server.
     *
     * @throws MissingRoleException when they are not
     */
    public Viewer administrator() {
        Viewer me = get();
        if (!me.has(Role.ADMIN)) {
            throw new MissingRoleException(Role.ADMIN);
        }
        return me;
    }

    /** Returns what is known about the caller's email address. The result is cached for the request. */
    public EmailStatus emailStatus() {
        if (standing == null) {
            String subject = knownSubject();
            standing = subject == null ? new EmailStatus.Nobody() : emailStatus(subject);
        }
        return standing;
    }

    private EmailStatus emailStatus(String subject) {
        EmailStatus known = identities.emailStatus(subject);
        return known instanceof EmailStatus.Verified verified && rights.isDisabled(verified.email())
                ? new EmailStatus.Disabled(verified.email())
                : known;
    }

    /**
     * Returns the provider's subject of the caller, or of the owner of the access token.
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
        if (principal instanceof JsonWebToken jwt) {
            String subject = String.valueOf(jwt.<Object>getClaim(subjectClaim));
            return SignInProviders.isGitHub(subject) ? null : subject;
        }
        return principal == null ? null : principal.getName();
    }

    @Override
    public Actor actor() {
        return new Actor(name(), via(), String.valueOf(request.getRemoteAddr()));
    }

    private Message name() {
        return Message.plain(emailStatus() instanceof EmailStatus.Verified verified ? verified.email() : "nobody");
    }

    private Message via() {
        if (token != null) {
            return Message.of("said.via.token", token.id() + " (" + token.name() + ")");
        }
        return Message.of(
                security.getCallerPrincipal() instanceof JsonWebToken ? "said.via.provider" : "said.via.browser");
    }
}
