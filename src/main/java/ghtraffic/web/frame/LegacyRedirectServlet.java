package ghtraffic.web.frame;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.web.signin.ReturnAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Leads from the addresses of the Python application to what took their place, which decides who may see it. Nothing changes
 * on the way: signing out and collecting are for the buttons there.
 */
@WebServlet({
    "/login",
    "/logout",
    "/user/profile",
    "/repos/list",
    "/repos/stats",
    "/repos/statsweekly",
    "/repos/linechart",
    "/repos/dashboard",
    "/repos/newdashboard",
    "/admin/initialize-app",
    "/admin/systemlog",
    "/admin/collectStats",
    "/admin/newtenant",
    "/data/repostats.csv",
    "/data/repositories.csv",
    "/data/repostats.json"
})
public class LegacyRedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/login", "/sign-in"),
            Map.entry("/logout", "/"),
            Map.entry("/user/profile", "/profile"),
            Map.entry("/repos/list", "/overview"),
            Map.entry("/repos/stats", "/daily"),
            Map.entry("/repos/statsweekly", "/weekly"),
            Map.entry("/repos/linechart", "/compare"),
            Map.entry("/repos/dashboard", "/overview"),
            Map.entry("/repos/newdashboard", "/overview"),
            Map.entry("/admin/initialize-app", "/set-up"),
            Map.entry("/admin/systemlog", "/collections"),
            Map.entry("/admin/collectStats", "/collections"),
            Map.entry("/admin/newtenant", "/tenants"));

    private static final Map<String, String> FILES = Map.of(
            "/data/repostats.csv", "/api/v1/traffic.csv?from=",
            "/data/repositories.csv", "/api/v1/repositories.csv",
            "/data/repostats.json", "/api/v1/traffic?from=");

    /** What there was is all that was ever collected; a range of ours has this many years. */
    private static final int MOST_YEARS = 10;

    @Inject
    private transient CurrentViewer viewer;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String page = PAGES.get(request.getServletPath());
        if (page != null) {
            lead(response, page);
        } else if (mayAsk(request)) {
            String file = FILES.getOrDefault(request.getServletPath(), "/");
            lead(response, file.endsWith("=") ? file + earliest() : file);
        } else {
            ReturnAddress.of(request).ifPresent(asked -> response.addCookie(asked.cookie()));
            lead(response, "/sign-in");
        }
    }

    /** A script is told by the API whether its token is good; a browser is signed in first. */
    private boolean mayAsk(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || viewer.isSignedIn();
    }

    private LocalDate earliest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(MOST_YEARS);
    }

    /** No address made of the request's headers or parameters: nobody is led elsewhere. */
    private static void lead(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
    }
}
