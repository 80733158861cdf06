package ghtraffic.web;

import com.ibm.websphere.security.jwt.JwtToken;
import com.ibm.websphere.security.social.UserProfile;
import com.ibm.websphere.security.social.UserProfileManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the ID token with the browser, for the sign-out alone: the provider wants it back as the hint of whom to sign out,
 * and Liberty forgets it with its cache of signed-in users.
 */
@WebFilter(urlPatterns = "/overview", filterName = "d-sign-in-hint")
public class SignInHint extends HttpFilter {

    private static final long serialVersionUID = 1;

    static final String COOKIE = "SignInHint";

    private static final int LONGEST_COOKIE = 3_800;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = idToken();
        if (token != null && token.length() <= LONGEST_COOKIE) {
            response.addCookie(cookie(token, -1));
        }
        chain.doFilter(request, response);
    }

    static Cookie cookie(String value, int maxAge) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/sign-out");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAge);
        return cookie;
    }

    private static @Nullable String idToken() {
        UserProfile profile = UserProfileManager.getUserProfile();
        JwtToken token = profile == null ? null : profile.getIdToken();
        return token == null ? null : token.compact();
    }
}
