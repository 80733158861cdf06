package ghtraffic.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser what our pages may do and how long it may keep them; what may be kept of the API is for {@code api}. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private PagePolicy policy;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        policy.apply(response);
        response.setHeader("Cache-Control", cacheControl(request.getRequestURI()));
        chain.doFilter(request, response);
    }

    private static String cacheControl(String path) {
        if (path.startsWith("/webjars/")) {
            return "public, max-age=31536000, immutable";
        }
        if (path.startsWith("/api/")) {
            return "no-store";
        }
        return path.startsWith("/assets/") ? "public, max-age=600" : "private, no-cache";
    }
}
