package ghtraffic.server.registry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects all web applications of the server, Liberty's own too, on the plain HTTP port ({@code HTTP_PORT}). A request
 * counts as secure if it came over TLS, or if a proxy of {@code TRUSTED_PROXIES} says so. Others are redirected to
 * {@code FULL_HOSTNAME} or refused. Only {@code /health} answers them.
 */
public class TlsOnly implements ServletContainerInitializer {

    private static final String OPEN_TO_ALL = "/health";

    /** Where {@code ghtraffic.server.start.ServerStart} leaves {@code FULL_HOSTNAME}. */
    private static final String ADDRESS = "traffic.address";

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (!context.getContextPath().equals(OPEN_TO_ALL)) {
            FilterRegistration.Dynamic filter =
                    context.addFilter("tls-only", new Guard(System.getProperty(ADDRESS, "")));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(null, false, "/*");
        }
    }

    static final class Guard extends HttpFilter {

        private static final long serialVersionUID = 1;

        private final String address;

        Guard(String address) {
            this.address = address.replaceAll("/+$", "");
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.isSecure()) {
                chain.doFilter(request, response);
            } else if (request.getHeader("Authorization") != null) {
                Refusal.forbidden(
                                "This token was sent over plain HTTP, where others can read it. Take it as compromised: revoke"
                                        + " it, and send the next one over HTTPS.")
                        .send(response);
            } else if (address.isEmpty()) {
                chain.doFilter(request, response);
            } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                String query = request.getQueryString();
                response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
                response.setHeader("Location", address + request.getRequestURI() + (query == null ? "" : "?" + query));
            } else {
                Refusal.forbidden(
                                "Send this request over HTTPS, to " + address
                                        + ". If it held a token or a password, take that as compromised: others can read it on the way.")
                        .send(response);
            }
        }
    }
}
