package ghtraffic.catalog;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

/** The repository that a request to the API names by its id. */
@ApplicationScoped
public class RequestedRepository {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    /**
     * Returns the repository.
     *
     * @throws NotFoundException if the caller may not see it or it does not exist
     */
    public TrackedRepository require(int id) {
        return catalog.visibleTo(viewer.get(), id)
                .orElseThrow(() -> new NotFoundException("There is no repository " + id));
    }
}
