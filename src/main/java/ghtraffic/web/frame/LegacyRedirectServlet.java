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
 * Redirects the addresses of the Python application to their successors, which check access themselves. A redirect
 * changes nothing: signing out and collecting need a button on the new page.
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

    /**
     * The old files contained everything that was ever collected; a range of the API covers at most this many years.
     */
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

    /** A script may ask directly, because the API checks its token. A browser has to sign in first. */
    private boolean mayAsk(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || viewer.isSignedIn();
    }

    private LocalDate earliest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(MOST_YEARS);
    }

    /**
     * Redirects to an address that contains no header or parameter of the request, so it cannot lead to another site.
     */
    private static void lead(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
    }
}
