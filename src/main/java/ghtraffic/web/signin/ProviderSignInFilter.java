package ghtraffic.web.signin;

import ghtraffic.identity.AuthenticationCache;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Makes Liberty send a browser to the provider, and accepts the user who comes back. If that fails, it shows the
 * application's own page instead of Liberty's.
 */
public class ProviderSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private SignInLimiter pace;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!LtpaCookie.isIn(request)) {
            if (pace.isTooFast(request, response)) {
                return;
            }
            // For a subject in its cache, Liberty would keep the ID token of an earlier sign-in, or none, instead of
            // the new one.
            authenticationCache.clear();
        }
        BodylessResponse answer = new BodylessResponse(new NecessaryCookiesResponse(request, response));
        if (request.authenticate(answer)) {
            chain.doFilter(request, response);
        } else if (answer.getStatus() != HttpServletResponse.SC_FOUND) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/sign-in-failed");
        }
    }
}
