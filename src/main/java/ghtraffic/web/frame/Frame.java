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

/** The frame around each page: who is signed in, and which pages they may open. */
@Named
@RequestScoped
public class Frame {

    /** The server turns the address {@code /} into this path. */
    private static final String WELCOME = "/index.xhtml";

    @Inject
    private CurrentViewer viewer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Language language;

    /** Returns the path and query of the current page, on an error page those of the failed request. */
    public String getAddress() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : String.valueOf(failed);
        String query = failed == null && request.getMethod().equals("GET") ? request.getQueryString() : null;
        return (path.equals(WELCOME) ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** Returns whether the viewer is signed in. */
    public boolean isSignedIn() {
        return viewer.isSignedIn();
    }

    /** Returns the viewer's email address. */
    public String getEmail() {
        return viewer.get().email();
    }

    /** Returns whether the overview shows the viewer any traffic. */
    public boolean isSeesTraffic() {
        return NavigationTarget.seesTraffic(viewer.get());
    }

    /** Returns whether the viewer may add and remove repositories. */
    public boolean isManagesRepositories() {
        return NavigationTarget.managesRepositories(viewer.get());
    }

    /** Returns whether the viewer may see the collection runs. */
    public boolean isSeesCollections() {
        return NavigationTarget.seesCollections(viewer.get());
    }

    /** Returns whether the viewer may manage tenants, users and access. */
    public boolean isAdministers() {
        return NavigationTarget.administers(viewer.get());
    }

    /** Returns the pages that the viewer may open and whose name contains the text; all of them for an empty text. */
    public List<NavigationTarget> called(String text) {
        return Arrays.stream(NavigationTarget.values())
                .filter(page -> page.opensTo(viewer.get()) && page.isCalled(text, language.getLocale()))
                .toList();
    }
}
