package ghtraffic.web;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The frame around each page: who is signed in, and where he may go. */
@Named
@RequestScoped
public class Frame {

    @Inject
    private CurrentViewer viewer;

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
        Viewer me = viewer.get();
        return me.has(Role.TENANT) || me.has(Role.TENANTSTATS) || me.has(Role.REPOSTATS);
    }

    /** Whether he adds and removes repositories. */
    public boolean isManagesRepositories() {
        return !viewer.get().managed().isEmpty();
    }

    /** Whether he sees the log of collections. */
    public boolean isSeesCollections() {
        Viewer me = viewer.get();
        return me.has(Role.ADMIN) || me.has(Role.SYSMAINT) || !me.managed().isEmpty();
    }

    /** Whether he manages tenants, users and grants. */
    public boolean isAdministers() {
        return viewer.get().has(Role.ADMIN);
    }
}
