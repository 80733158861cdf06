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

/** The browser sessions of the viewer, and how they signed in to this one. */
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

    /** Returns the viewer's sessions, newest first. */
    public List<SessionItem> getSessions() {
        if (sessions == null) {
            sessions = all.of(viewer.subject());
        }
        return sessions;
    }

    /** Returns the number of the session that this request belongs to. */
    public int getCurrent() {
        return viewer.session();
    }

    /** Returns how the provider authenticated the viewer in this session; empty when it does not report that. */
    public String getMeans() {
        return getSessions().stream()
                .filter(session -> session.id() == viewer.session())
                .map(SessionItem::means)
                .findFirst()
                .orElse("");
    }

    /** Ends the session whose button was pressed. */
    public String end() {
        int id = endedParameter != null && endedParameter.matches("[0-9]{1,9}") ? Integer.parseInt(endedParameter) : 0;
        return "/profile?faces-redirect=true&session=" + (all.end(viewer.subject(), id) ? "ended" : "gone");
    }
}
