package ghtraffic.web.signin;

import com.ibm.websphere.security.jwt.JwtToken;
import com.ibm.websphere.security.social.UserProfile;
import com.ibm.websphere.security.social.UserProfileManager;
import ghtraffic.identity.sessions.BrowserName;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.identity.sessions.SignInRecord;
import ghtraffic.secrets.Secret;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Receives users who come back from the provider. It begins a session and redirects to the page they asked for, by
 * default the overview. A request with Liberty's cookie does not come from the provider and begins no session, because
 * the cookie outlives a session that was ended.
 */
@WebServlet("/signed-in")
public class SignedInServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        boolean signedIn = begin(request, response)
                || SessionCookie.session(request, sessions).isPresent();
        response.setStatus(HttpServletResponse.SC_FOUND);
        if (signedIn) {
            ReturnAddress.remove(request, response);
            response.setHeader(
                    "Location",
                    ReturnAddress.waiting(request).map(ReturnAddress::path).orElse("/overview"));
        } else {
            request.logout();
            response.setHeader("Location", "/sign-in");
        }
    }

    private boolean begin(HttpServletRequest request, HttpServletResponse response) {
        JwtToken idToken = LtpaCookie.isIn(request) ? null : idToken();
        if (idToken == null) {
            return false;
        }
        SessionCookie.token(request).ifPresent(sessions::end);
        SignInRecord signIn = new SignInRecord(
                request.getUserPrincipal().getName(),
                request.getRemoteAddr(),
                BrowserName.of(request.getHeader("User-Agent")),
                SignInRecord.means(idToken.getClaims()::get));
        response.addCookie(SessionCookie.of(sessions.begin(signIn, new Secret(idToken.compact()))));
        return true;
    }

    private static @Nullable JwtToken idToken() {
        UserProfile profile = UserProfileManager.getUserProfile();
        return profile == null ? null : profile.getIdToken();
    }
}
