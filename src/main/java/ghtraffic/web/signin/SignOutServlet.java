package ghtraffic.web.signin;

import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.provider.ProviderMetadata;
import ghtraffic.identity.provider.ProviderTokens;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.secrets.Secret;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs the user out here, and at the provider if that has an end-session endpoint (OpenID Connect RP-Initiated Logout
 * 1.0).
 */
@WebServlet(urlPatterns = "/sign-out", asyncSupported = true)
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** By default nginx accepts 4,096 bytes of headers. The other headers of the answer take about 900. */
    private static final int LONGEST_ADDRESS = 3_000;

    @Inject
    private ProviderMetadata provider;

    @Inject
    private ProviderTokens tokens;

    @Inject
    private SignInProviders providers;

    @Inject
    private BrowserSessions sessions;

    @Inject
    @ConfigProperty(name = "FULL_HOSTNAME")
    private String ownAddress;

    @Inject
    @ConfigProperty(name = "APPID_CLIENT_ID")
    private String clientId;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        boolean gitHub = !providers.hasOpenId() || caller != null && SignInProviders.isGitHub(caller.getName());
        Optional<Optional<String>> end =
                gitHub ? Optional.of(Optional.empty()) : ProviderAnswer.of(request, provider.endSessionEndpoint());
        if (end.isEmpty()) {
            return;
        }
        Optional<String> session = SessionCookie.token(request);
        Optional<Secret> hint =
                session.flatMap(sessions::idToken).filter(token -> tokens.isOfPresentKey(token.reveal()));
        session.ifPresent(sessions::end);
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        SessionCookie.remove(request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", end.get().map(address -> atProvider(address, hint)).orElse("/signed-out?provider=no"));
    }

    /**
     * Leaves the hint out where it would make the address longer than proxies accept. Without a hint, the provider asks
     * the user whether they want to sign out.
     */
    private String atProvider(String address, Optional<Secret> hint) {
        String plain = address
                + (address.contains("?") ? "&" : "?")
                + "client_id=" + encode(clientId)
                + "&post_logout_redirect_uri=" + encode(ownAddress.replaceAll("/+$", "") + "/signed-out");
        String hinted = plain
                + hint.map(token -> "&id_token_hint=" + encode(token.reveal())).orElse("");
        return hinted.length() <= LONGEST_ADDRESS ? hinted : plain;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
