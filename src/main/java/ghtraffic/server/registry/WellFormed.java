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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that break {@link RequestRules}, before any other filter, in all web applications of the server.
 * Liberty's own ones answer an error with a problem document, where Liberty would name itself.
 */
public class WellFormed implements ServletContainerInitializer {

    private static final Refusal LATER = new Refusal(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable", "Too many requests are being received.");

    /** The context path of the application while it starts and later. */
    private static final Set<String> OURS = Set.of("", "/");

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        FilterRegistration.Dynamic filter =
                context.addFilter("well-formed", new Guard(OURS.contains(context.getContextPath())));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(null, false, "/*");
    }

    private static final class Guard extends HttpFilter {

        private static final long serialVersionUID = 1;

        private final boolean ours;

        Guard(boolean ours) {
            this.ours = ours;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Optional<Refusal> refusal =
                    EarlyForms.isOneTooMany(request) ? Optional.of(LATER) : RequestRules.check(request);
            if (refusal.isEmpty()) {
                if (Framing.mayHideABody(request)) {
                    response.setHeader("Connection", "close");
                }
                chain.doFilter(request, ours ? response : new PlainErrors(response));
            } else if (ours && isOfABrowser(request) && refusal.get() == RequestRules.ADDRESS) {
                refusal.get().sendPage(response);
            } else {
                // The rest of what the client sends may be meant as a request of its own.
                response.setHeader("Connection", "close");
                if (refusal.get().status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
                    response.setHeader("Allow", RequestRules.METHODS);
                }
                refusal.get().send(response);
            }
        }

        private static boolean isOfABrowser(HttpServletRequest request) {
            String accepted = request.getHeader("Accept");
            return accepted != null
                    && accepted.contains("text/html")
                    && !request.getRequestURI().startsWith("/api/");
        }
    }
}
