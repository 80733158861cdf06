package ghtraffic.web.frame;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** The frame around each page: who is signed in, and where he may go. */
@Named
@RequestScoped
public class Frame {

    /** What the server makes of the address that is but a slash. */
    private static final String WELCOME = "/index.xhtml";

    @Inject
    private CurrentViewer viewer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    /** The path and query of the page at hand, also where an error took its place. */
    public String getAddress() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : String.valueOf(failed);
        String query = failed == null && request.getMethod().equals("GET") ? request.getQueryString() : null;
        return (path.equals(WELCOME) ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return viewer.isSignedIn();
    }

    /** His e-mail address. */
    public String getEmail() {
        return viewer.get().email();
    }

    /** Whether the overview shows him anything. */
    public boolean isSeesTraffic() {
        return NavigationTarget.seesTraffic(viewer.get());
    }

    /** Whether he adds and removes repositories. */
    public boolean isManagesRepositories() {
        return NavigationTarget.managesRepositories(viewer.get());
    }

    /** Whether he sees the log of collections. */
    public boolean isSeesCollections() {
        return NavigationTarget.seesCollections(viewer.get());
    }

    /** Whether he manages tenants, users and grants. */
    public boolean isAdministers() {
        return NavigationTarget.administers(viewer.get());
    }

    /** The pages that he may open and that are called something with this text in it; all of them for none. */
    public List<NavigationTarget> called(String text) {
        return Arrays.stream(NavigationTarget.values())
                .filter(page -> page.opensTo(viewer.get()) && page.isCalled(text, language.getLocale()))
                .toList();
    }
}
