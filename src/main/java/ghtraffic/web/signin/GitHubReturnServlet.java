package ghtraffic.web.signin;

import ghtraffic.identity.SignInProviders;
import ghtraffic.identity.github.GitHubAnswer;
import ghtraffic.identity.github.GitHubLogin;
import ghtraffic.identity.github.GitHubUsers;
import ghtraffic.identity.sessions.BrowserName;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.identity.sessions.SignInRecord;
import ghtraffic.server.registry.ServerSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import javax.security.auth.login.LoginException;

/**
 * Receives users who come back from GitHub. It asks GitHub who they are, begins a session, and redirects to the page
 * they asked for, by default the overview.
 */
@WebServlet(urlPatterns = GitHubLogin.RETURN_PATH, asyncSupported = true)
public class GitHubReturnServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private SignInProviders providers;

    @Inject
    private GitHubLogin gitHub;

    @Inject
    private GitHubUsers users;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private SignInLimiter pace;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!providers.hasGitHub()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!ProviderAnswer.hasArrived(request) && pace.isTooFast(request, response)) {
            return;
        }
        String code = request.getParameter("code");
        Optional<GitHubTrip> trip =
                GitHubTrip.of(request).filter(one -> one.isAnsweredBy(request.getParameter("state")));
        if (code == null || trip.isEmpty()) {
            fail("", request, response);
            return;
        }
        Optional<GitHubAnswer> answer =
                ProviderAnswer.of(request, () -> gitHub.account(code, trip.get().verifier()));
        if (answer.isEmpty()) {
            return;
        }
        GitHubTrip.end(request, response);
        if (answer.get() instanceof GitHubAnswer.Account account) {
            accept(account, request, response);
        } else if (answer.get() instanceof GitHubAnswer.Refused) {
            fail("", request, response);
        } else {
            fail(SignInFailedServlet.SILENT, request, response);
        }
    }

    /** Leads to the page that says why. */
    private static void fail(String reason, HttpServletRequest request, HttpServletResponse response) {
        GitHubTrip.end(request, response);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "/sign-in-failed?with=github" + reason);
    }

    private void accept(GitHubAnswer.Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> subject = users.store(account);
        if (subject.isEmpty()) {
            fail(SignInFailedServlet.UNVERIFIED, request, response);
            return;
        }
        SessionCookie.token(request).ifPresent(sessions::end);
        try {
            response.addCookie(LtpaCookie.of(ServerSignIn.cookieOf(subject.get())));
        } catch (LoginException e) {
            throw new ServletException("The server has refused a user of GitHub", e);
        }
        SignInRecord signIn = new SignInRecord(
                subject.get(),
                request.getRemoteAddr(),
                BrowserName.of(request.getHeader("User-Agent")),
                "GitHub, " + account.login().replaceAll("[^\\w-]", ""));
        response.addCookie(SessionCookie.of(sessions.begin(signIn)));
        ReturnAddress.remove(request, response);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                ReturnAddress.waiting(request).map(ReturnAddress::path).orElse("/overview"));
    }
}
