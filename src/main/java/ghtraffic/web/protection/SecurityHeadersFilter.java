package ghtraffic.web.protection;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser what our pages may do and how long it may keep them; what may be kept of the API is for {@code api}. */
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
