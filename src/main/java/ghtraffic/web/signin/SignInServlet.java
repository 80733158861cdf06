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
 * Starts a sign-in at the provider. It reports an error if the provider does not answer. Where users can sign in with
 * GitHub too, they choose on the landing page.
 */
@WebServlet(urlPatterns = "/sign-in", asyncSupported = true)
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ProviderMetadata provider;

    @Inject
    private SignInProviders providers;

    @Inject
    private SignInLimiter pace;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!providers.hasOpenId()) {
            redirect(response, GitHubSignInServlet.PATH);
            return;
        }
        if (providers.hasGitHub() && !"openid".equals(request.getParameter("with"))) {
            redirect(response, "/");
            return;
        }
        if (!ProviderAnswer.hasArrived(request) && pace.isTooFast(request, response)) {
            return;
        }
        Optional<ProviderState> state = ProviderAnswer.of(request, provider.state());
        if (state.isEmpty()) {
            return;
        }
        switch (state.get()) {
            case SILENT -> response.sendError(503, ErrorKey.NO_PROVIDER);
            case UNTRUSTED -> response.sendError(503, ErrorKey.UNTRUSTED_PROVIDER);
            case READY -> {
                if (SessionCookie.session(request, sessions).isEmpty()) {
                    LtpaCookie.remove(request, response);
                }
                redirect(response, "/signed-in");
            }
        }
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
    }
}
