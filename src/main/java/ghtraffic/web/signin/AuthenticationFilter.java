package ghtraffic.web.signin;

import com.ibm.websphere.security.jwt.JwtToken;
import com.ibm.websphere.security.social.UserProfile;
import com.ibm.websphere.security.social.UserProfileManager;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.EmailStatus;
import ghtraffic.identity.Identities;
import ghtraffic.identity.VerifiedToken;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.identity.tokens.AccessTokens;
import ghtraffic.limits.AttemptLimiter;
import ghtraffic.limits.ClientAddress;
import ghtraffic.web.errors.ErrorKey;
import ghtraffic.web.errors.TooManyRequests;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
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

    private static final String BEARER = "Bearer ";

    @Inject
    private Identities identities;

    @Inject
    private AccessTokens tokens;

    @Inject
    private AttemptLimiter attempts;

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
        if (isAccessToken(request, path)) {
            if (!isRecognised(request)) {
                refuse(request, response);
                return;
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
        } else if (standing instanceof EmailStatus.WithoutEmail) {
            response.sendError(403, ErrorKey.WITHOUT_EMAIL);
        } else if (standing instanceof EmailStatus.Disabled) {
            response.sendError(403, ErrorKey.DISABLED);
        } else {
            chain.doFilter(request, response);
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

    /**
     * Failures count for the caller's address. A valid token never gets here, so it is accepted even when the address
     * has to wait.
     */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> pause = attempts.remainingWait(AttemptLimiter.Kind.BEARER_TOKEN, address);
        if (pause.isPresent()) {
            TooManyRequests.answer(response, pause.get());
            return;
        }
        attempts.failed(AttemptLimiter.Kind.BEARER_TOKEN, address, request.getMethod() + " " + request.getRequestURI());
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.sendError(401, ErrorKey.BAD_TOKEN);
    }

    /**
     * Returns whether the API is called with a bearer token that is not from the provider. Liberty leaves such tokens
     * to the application.
     */
    private static boolean isAccessToken(HttpServletRequest request, String path) {
        return path.startsWith("/api/")
                && bearer(request) != null
                && !(request.getUserPrincipal() instanceof JsonWebToken);
    }

    private boolean isRecognised(HttpServletRequest request) {
        Optional<VerifiedToken> recognised = tokens.verify(String.valueOf(bearer(request)));
        recognised.ifPresent(viewer::actWith);
        return recognised.isPresent();
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
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
        if (subject != null && email != null) {
            boolean verified = !"false".equalsIgnoreCase(String.valueOf(claims.apply("email_verified")));
            identities.store(String.valueOf(subject), String.valueOf(email), verified);
        }
    }
}
