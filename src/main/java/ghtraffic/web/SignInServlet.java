package ghtraffic.web;

import ghtraffic.identity.Attempts;
import ghtraffic.identity.BrowserSessions;
import ghtraffic.identity.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Leads to the provider whoever is not signed in; says so when that does not answer. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** What the error page tells of; its texts have this key. */
    static final String NO_PROVIDER = "error.provider";

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private ProviderMetadata provider;

    @Inject
    private Attempts attempts;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClientAddress address = new ClientAddress(request.getRemoteAddr());
        Optional<Duration> wait = attempts.pause(Attempts.Kind.SIGN_IN, address);
        if (wait.isPresent()) {
            response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        attempts.count(Attempts.Kind.SIGN_IN, address);
        if (provider.isReachable()) {
            if (SessionCookie.session(request, sessions).isEmpty()) {
                response.addCookie(ServerCookie.none());
            }
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/signed-in");
        } else {
            response.sendError(503, NO_PROVIDER);
        }
    }
}
