package ghtraffic.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the browser what our pages may do: load and call nothing but ourselves, and be framed by nobody. */
@WebFilter(urlPatterns = "/*", filterName = "a-security-headers")
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private URI provider;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", cacheControl(request.getRequestURI()));
        chain.doFilter(request, response);
    }

    /** The sign-out form leads on to the provider, which counts as where a form may go. */
    private String policy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " form-action 'self' " + provider.getScheme() + "://" + provider.getAuthority()
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String cacheControl(String path) {
        if (path.startsWith("/webjars/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/assets/") ? "public, max-age=600" : "private, no-cache";
    }
}
