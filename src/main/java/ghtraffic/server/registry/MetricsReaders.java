package ghtraffic.server.registry;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.auth.CredentialDestroyedException;
import com.ibm.websphere.security.auth.WSSubject;
import com.ibm.websphere.security.cred.WSCredential;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.CredentialExpiredException;
import org.jspecify.annotations.Nullable;

/**
 * Restricts {@code /metrics} to administrators and users with the role {@code sysmaint}. Liberty's own protection would
 * involve the identity provider, which monitoring must not depend on.
 */
public class MetricsReaders implements ServletContainerInitializer {

    private static final String METRICS = "/metrics";
    /** Liberty writes a group with its realm, so a group of the same name from another realm does not count. */
    private static final List<String> READERS = Stream.of("admin", "sysmaint")
            .map(role -> "group:" + RoleRegistry.REALM + "/" + role)
            .toList();

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (context.getContextPath().equals(METRICS)) {
            context.addFilter("metrics-readers", new Guard()).addMappingForUrlPatterns(null, false, "/*");
        }
    }

    private static final class Guard extends HttpFilter {

        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getUserPrincipal() == null) {
                response.setHeader("WWW-Authenticate", "Bearer");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else if (groups().noneMatch(READERS::contains)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static Stream<String> groups() throws ServletException {
            List<String> names = new ArrayList<>();
            try {
                for (WSCredential caller : WSSubject.getCallerSubject().getPublicCredentials(WSCredential.class)) {
                    for (Object group : caller.getGroupIds()) {
                        names.add(String.valueOf(group));
                    }
                }
            } catch (WSSecurityException | CredentialExpiredException | CredentialDestroyedException e) {
                throw new ServletException("The caller's groups could not be read", e);
            }
            return names.stream();
        }
    }
}
