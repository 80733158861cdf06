package ghtraffic.web.signin;

import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.provider.ProviderMetadata;
import ghtraffic.identity.provider.ProviderState;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.web.errors.ErrorKey;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Reports that the provider refused a sign-in or does not answer. A user who is signed in, and only opened the address of
 * the return from the provider again, is redirected to the overview.
 */
@WebServlet(urlPatterns = "/sign-in-failed", asyncSupported = true)
public class SignInFailedServlet extends HttpServlet {

    /** GitHub did not answer. */
    static final String SILENT = "&reason=silent";

    /** GitHub has not verified the address. */
    static final String UNVERIFIED = "&reason=unverified";

    private static final long serialVersionUID = 1;

    @Inject
    private ProviderMetadata provider;

    @Inject
    private SignInProviders providers;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SessionCookie.session(request, sessions).isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/overview");
            return;
        }
        if (!providers.hasOpenId() || "github".equals(request.getParameter("with"))) {
            report(String.valueOf(request.getParameter("reason")), response);
            return;
        }
        Optional<ProviderState> state = ProviderAnswer.of(request, provider.state());
        if (state.isEmpty()) {
            return;
        }
        switch (state.get()) {
            case READY -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            case SILENT -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.NO_PROVIDER);
            case UNTRUSTED ->
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.UNTRUSTED_PROVIDER);
        }
    }

    private static void report(String reason, HttpServletResponse response) throws IOException {
        switch (reason) {
            case "silent" -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorKey.NO_PROVIDER);
            case "unverified" -> response.sendError(HttpServletResponse.SC_FORBIDDEN, ErrorKey.UNVERIFIED);
            default -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
