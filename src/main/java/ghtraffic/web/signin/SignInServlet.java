package ghtraffic.web.signin;

import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.web.errors.ErrorKey;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Starts a sign-in at the provider. It reports an error if the provider does not answer. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ProviderMetadata provider;

    @Inject
    private SignInLimiter pace;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pace.isTooFast(request, response)) {
            return;
        }
        if (provider.isReachable()) {
            if (SessionCookie.session(request, sessions).isEmpty()) {
                LtpaCookie.remove(request, response);
            }
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/signed-in");
        } else {
            response.sendError(503, ErrorKey.NO_PROVIDER);
        }
    }
}
