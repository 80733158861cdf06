package ghtraffic.web.signin;

import com.ibm.websphere.security.jwt.JwtToken;
import com.ibm.websphere.security.social.UserProfile;
import com.ibm.websphere.security.social.UserProfileManager;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.EmailStatus;
import ghtraffic.identity.Identities;
import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.web.errors.ErrorKey;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request and stores the email address from the caller's token. It refuses users whose email
 * address the provider has not verified, with a page or problem document that gives the reason. A caller with Liberty's
 * cookie but without a session of this application is not signed in. Pages require a signed-in user, unless
 * {@link PublicPaths} names them.
 */
public class AuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private Identities identities;

    @Inject
    private BearerTokens bearers;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    @ConfigProperty(name = "APPID_SUBJECT_CLAIM", defaultValue = "sub")
    private String subjectClaim;

    @Inject
    @ConfigProperty(name = "APPID_EMAIL_CLAIM", defaultValue = "email")
    private String emailClaim;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = PublicPaths.of(request);
        String token = BearerTokens.of(request);
        if (token != null && BearerTokens.isFor(token, path)) {
            if (!bearers.accept(token, request, response)) {
                return;
            }
            if (request.getUserPrincipal() instanceof JsonWebToken webToken) {
                keepClaims(webToken);
            }
        } else if (PublicPaths.needNobody(path)) {
            chain.doFilter(request, response);
            return;
        } else {
            Principal caller = request.getUserPrincipal();
            if (caller != null) {
                keepClaims(caller);
                if (!(caller instanceof JsonWebToken) && !isInSession(request, path)) {
                    request.logout();
                    caller = null;
                }
            }
            if (caller == null) {
                // Asked first, because without the database the server recognizes nobody, and then nobody must lose
                // their session.
                boolean sessionGoesOn =
                        SessionCookie.token(request).filter(sessions::isActive).isPresent();
                if (PublicPaths.askThemselves(path)) {
                    chain.doFilter(request, response);
                } else {
                    askToSignIn(request, response, sessionGoesOn);
                }
                return;
            }
        }
        EmailStatus standing = viewer.emailStatus();
        if (standing instanceof EmailStatus.Unverified) {
            response.sendError(403, ErrorKey.UNVERIFIED);
        } else if (standing instanceof EmailStatus.Untrusted) {
            response.sendError(403, ErrorKey.NOT_TRUSTED);
        } else if (standing instanceof EmailStatus.WithoutEmail) {
            response.sendError(403, ErrorKey.WITHOUT_EMAIL);
        } else if (standing instanceof EmailStatus.Disabled) {
            response.sendError(403, ErrorKey.DISABLED);
        } else {
            chain.doFilter(request, response);
            if (request.getAttribute(ErrorKey.REFUSED) != null) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }
    }

    /**
     * Liberty's cookie alone is not enough: it works on every server until it expires, even after the session was
     * ended.
     */
    private boolean isInSession(HttpServletRequest request, String path) {
        OptionalInt session = SessionCookie.session(request, sessions);
        session.ifPresent(viewer::setSession);
        return session.isPresent() || path.equals("/signed-in");
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response, boolean sessionGoesOn) {
        if (request.getMethod().equals("GET")) {
            ReturnAddress.of(request).ifPresent(page -> response.addCookie(page.cookie()));
        }
        if (!sessionGoesOn) {
            SessionCookie.remove(request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/sign-in");
    }

    private void keepClaims(Principal caller) {
        if (caller instanceof JsonWebToken token) {
            keep(token::getClaim);
            return;
        }
        UserProfile profile = UserProfileManager.getUserProfile();
        JwtToken idToken = profile == null ? null : profile.getIdToken();
        if (idToken != null) {
            keep(idToken.getClaims()::get);
        }
    }

    private void keep(Function<String, @Nullable Object> claims) {
        Object subject = claims.apply(subjectClaim);
        Object email = claims.apply(emailClaim);
        if (subject != null && email != null && !SignInProviders.isGitHub(String.valueOf(subject))) {
            boolean verified = !"false".equalsIgnoreCase(String.valueOf(claims.apply("email_verified")));
            identities.store(String.valueOf(subject), String.valueOf(email), verified);
        }
    }
}
