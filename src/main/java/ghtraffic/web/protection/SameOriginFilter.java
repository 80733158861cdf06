package ghtraffic.web.protection;

import ghtraffic.limits.SecurityLog;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that a browser sends from the page of another site. Pages keep no state on the server, so their forms
 * have no token; the browser itself reports where a request comes from. Calls with a bearer token need no such check,
 * because they do not depend on cookies.
 */
public class SameOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String BEARER = "Bearer ";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final String STATE_OF_A_FORM = "jakarta.faces.ViewState";

    /** External timers call these paths. They authenticate with a secret in the body, not with a cookie. */
    private static final Set<String> WITH_A_SECRET = Set.of("/collectStats", "/api/v1/events/collect");

    @Inject
    @ConfigProperty(name = "FULL_HOSTNAME")
    private String ownAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isRead(request)
                || WITH_A_SECRET.contains(request.getRequestURI())
                || bearer(request)
                || fromOurselves(request)) {
            chain.doFilter(request, response);
        } else {
            SecurityLog.write(
                    "change from another site refused",
                    request.getRemoteAddr(),
                    request.getMethod() + " " + request.getRequestURI() + ", origin " + request.getHeader("Origin"));
            response.sendError(403, "Changes are taken only from this application's own pages");
        }
    }

    /**
     * A form of a page has an effect with any method, so a request that carries its state is not a read, not even as a
     * link.
     */
    private static boolean isRead(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && request.getParameter(STATE_OF_A_FORM) == null;
    }

    /** The name of the scheme has no case (RFC 9110, section 11.1). */
    private static boolean bearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private boolean fromOurselves(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : isOwn(request.getHeader("Origin"));
    }

    private boolean isOwn(@Nullable String origin) {
        return origin != null && origin.equalsIgnoreCase(ownAddress.strip().replaceAll("/+$", ""));
    }
}
