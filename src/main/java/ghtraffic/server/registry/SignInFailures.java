package ghtraffic.server.registry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Redirects a browser to the application's own page after a failed sign-in at the provider, where Liberty would show a
 * page of its own. Liberty calls this class for each of its web applications, among them the one that the provider
 * sends browsers back to.
 */
public class SignInFailures implements ServletContainerInitializer {

    private static final String WAY_BACK = "/ibm/api/social-login";
    private static final String PAGE = "/sign-in-failed";

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (context.getContextPath().equals(WAY_BACK)) {
            FilterRegistration.Dynamic filter = context.addFilter("sign-in-failures", new LeadingAway());
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(null, false, "/*");
        }
    }

    private static final class LeadingAway extends HttpFilter {

        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, new Answer(response));
        }
    }

    /** Turns an error into a redirect. */
    private static final class Answer extends HttpServletResponseWrapper {

        Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            if (status < SC_BAD_REQUEST || status == SC_NOT_FOUND) {
                super.setStatus(status);
            } else {
                super.setStatus(SC_FOUND);
                super.setHeader("Location", PAGE);
            }
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return getStatus() == SC_FOUND ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
        }
    }
}
