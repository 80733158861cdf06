package ghtraffic.web.signin;

import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.github.GitHubLogin;
import ghtraffic.identity.sessions.BrowserSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Starts a sign-in with GitHub. */
@WebServlet(GitHubSignInServlet.PATH)
public class GitHubSignInServlet extends HttpServlet {

    static final String PATH = "/sign-in/github";

    private static final long serialVersionUID = 1;

    @Inject
    private SignInProviders providers;

    @Inject
    private GitHubLogin gitHub;

    @Inject
    private SignInLimiter pace;

    @Inject
    private BrowserSessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!providers.hasGitHub()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (pace.isTooFast(request, response)) {
            return;
        }
        if (SessionCookie.session(request, sessions).isEmpty()) {
            LtpaCookie.remove(request, response);
        }
        GitHubTrip trip = GitHubTrip.begin();
        response.addCookie(trip.cookie());
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location", gitHub.authorization(trip.state(), trip.challenge()).toString());
    }
}
