package ghtraffic.web.protection;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sets the security headers of all responses and decides how long browsers may cache them. What may be cached of the
 * API is decided in {@code api}.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private PagePolicy policy;

    @Inject
    private Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        policy.apply(response);
        response.setHeader("Cache-Control", cacheControl(request));
        chain.doFilter(request, response);
    }

    private String cacheControl(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/webjars/") || assets.isOfTheseContents(path, request.getQueryString())) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") ? "no-store" : "private, no-cache";
    }
}
