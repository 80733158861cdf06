package ghtraffic.web;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

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
        return Destination.seesTraffic(viewer.get());
    }

    /** Whether he adds and removes repositories. */
    public boolean isManagesRepositories() {
        return Destination.managesRepositories(viewer.get());
    }

    /** Whether he sees the log of collections. */
    public boolean isSeesCollections() {
        return Destination.seesCollections(viewer.get());
    }

    /** Whether he manages tenants, users and grants. */
    public boolean isAdministers() {
        return Destination.administers(viewer.get());
    }

    /** The pages that he may open and that are called something with this text in it; all of them for none. */
    public List<Destination> called(String text) {
        return Arrays.stream(Destination.values())
                .filter(page -> page.opensTo(viewer.get()) && page.isCalled(text))
                .toList();
    }
}
