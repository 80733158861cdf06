package ghtraffic.web.signin;

import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.SignInProviders;
import ghtraffic.web.errors.ErrorKey;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes Liberty send a browser to the provider, and accepts the user who comes back. If that fails, it shows the
 * application's own page instead of Liberty's.
 */
public class ProviderSignInFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Where {@code server.xml} leads to until the server knows the provider. */
    private static final String NOBODY = "https://none.invalid";

    private final transient Waits waits = new Waits();

    @Inject
    private Clock clock;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private SignInProviders providers;

    @Inject
    private SignInLimiter pace;

    @Inject
    @ConfigProperty(name = "FULL_HOSTNAME")
    private String ownAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!providers.hasOpenId()) {
            redirect(response, "/sign-in");
            return;
        }
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            // Liberty would read it with the thread of the request, before it knows who sends it.
            redirect(response, "/");
            return;
        }
        boolean comesBack = !LtpaCookie.isIn(request);
        if (comesBack) {
            if (pace.isTooFast(request, response)) {
                return;
            }
            // For a subject in its cache, Liberty would keep the ID token of an earlier sign-in, or none, instead of
            // the new one.
            authenticationCache.clear();
        }
        Object wait = new Object();
        if (!waits.begin(wait, clock.instant())) {
            response.setHeader("Retry-After", "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.MANY_SIGN_INS);
            return;
        }
        Answer answer = new Answer(
                new NecessaryCookiesResponse(request, response, ownAddress.replaceAll("/+$", "") + "/signed-in"));
        boolean signedIn;
        try {
            signedIn = request.authenticate(answer);
        } finally {
            waits.end(wait);
        }
        if (signedIn
                && comesBack
                && SignInProviders.isGitHub(request.getUserPrincipal().getName())) {
            request.logout();
            redirect(response, "/sign-in-failed");
        } else if (signedIn) {
            chain.doFilter(request, response);
        } else if (answer.leadsNowhere) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.NO_PROVIDER);
        } else if (answer.getStatus() != HttpServletResponse.SC_FOUND) {
            redirect(response, "/sign-in-failed");
        }
    }

    /**
     * Counts who waits for the provider. Liberty waits with the thread of the request and without a limit of time. So a
     * wait counts for half a minute only: a provider that never answered 16 users must not keep everybody else out once
     * it answers again.
     */
    static final class Waits {

        static final int MOST_AT_ONCE = 16;
        static final Duration LONGEST = Duration.ofSeconds(30);

        private final Map<Object, Instant> begun = new HashMap<>();

        /** Begins a wait; false if too many wait already. */
        synchronized boolean begin(Object wait, Instant now) {
            begun.values().removeIf(since -> !since.isAfter(now.minus(LONGEST)));
            if (begun.size() >= MOST_AT_ONCE) {
                return false;
            }
            begun.put(wait, now);
            return true;
        }

        synchronized void end(Object wait) {
            begun.remove(wait);
        }
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
    }

    /** Lets through a redirect to the provider, but none to nobody. */
    private static final class Answer extends BodylessResponse {

        private boolean leadsNowhere;

        Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith(NOBODY)) {
                leadsNowhere = true;
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
