package ghtraffic.takeover;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.takeover.TakeOverReview.TakenOver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The part of the page of findings that says what was taken over, and its button that lets collecting start. */
@Named
@RequestScoped
public class TakeOverPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionHold hold;

    @Inject
    private TakeOverReview review;

    private @Nullable Boolean waiting;
    private @Nullable TakenOver found;

    /** Returns whether collecting waits for the viewer, who is an administrator. */
    public boolean isWaitingForViewer() {
        return viewer.get().has(Role.ADMIN) && isWaiting();
    }

    /** Returns whether collecting waits for an administrator. */
    public boolean isWaiting() {
        if (waiting == null) {
            waiting = hold.isHeld();
        }
        return waiting;
    }

    /** Lets collecting start. */
    public String startCollecting() {
        hold.release(viewer.administrator().email());
        return "/findings?faces-redirect=true&did=started";
    }

    /** Returns what was taken over. */
    public TakenOver getFound() {
        if (found == null) {
            found = review.now();
        }
        return found;
    }
}
