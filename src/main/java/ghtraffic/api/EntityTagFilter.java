package ghtraffic.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;

/**
 * Lets clients cache JSON that they read: privately, and with a check by entity tag before each use. Files, errors and
 * responses to changes keep the headers of {@code web}, which forbid caching.
 */
public class EntityTagFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Vary", "Cookie, Authorization");
        if (!READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        BufferedJsonResponse held = new BufferedJsonResponse(response);
        chain.doFilter(request, held);
        if (held.isHolding()) {
            send(held.body(), request, response);
        }
    }

    private static void send(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        BodyEntityTag tag = BodyEntityTag.of(body);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag.value());
        if (tag.isAmong(Collections.list(request.getHeaders("If-None-Match")))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
