package ghtraffic.account;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.sessions.BrowserSessions;
import ghtraffic.identity.sessions.SessionItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The browsers in which the viewer is signed in, and how he signed in with this one. */
@Named
@RequestScoped
public class SessionsPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private BrowserSessions all;

    @Inject
    @ManagedProperty("#{param.ended}")
    private @Nullable String endedParameter;

    private @Nullable List<SessionItem> sessions;

    /** His sessions, the newest first. */
    public List<SessionItem> getSessions() {
        if (sessions == null) {
            sessions = all.of(viewer.subject());
        }
        return sessions;
    }

    /** The number of the session that shows the page. */
    public int getCurrent() {
        return viewer.session();
    }

    /** How the provider says that it knew him this time; empty when it does not say. */
    public String getMeans() {
        return getSessions().stream()
                .filter(session -> session.id() == viewer.session())
                .map(SessionItem::means)
                .findFirst()
                .orElse("");
    }

    /** Ends the session that was pressed. */
    public String end() {
        int id = endedParameter != null && endedParameter.matches("[0-9]{1,9}") ? Integer.parseInt(endedParameter) : 0;
        return "/profile?faces-redirect=true&session=" + (all.end(viewer.subject(), id) ? "ended" : "gone");
    }
}
