package ghtraffic.traffic.releases;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The releases of one repository in the API. */
@Path("repositories/{id}/releases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReleasesResource {

    /**
     * The releases of a repository.
     *
     * @param repository the repository's id
     * @param releases latest first, including those that GitHub no longer lists
     */
    public record Releases(int repository, List<ReleaseItem> releases) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private ReleaseHistory history;

    /** Returns the releases with the downloads of their files. */
    @GET
    @Operation(
            summary = "Releases with their files and how often those had been downloaded, the latest first",
            description =
                    "downloads has the count of the day on which the file was seen first, and of each day on which"
                            + " the count was seen to have grown. On the days between, it was that of the entry before, or the"
                            + " day was not collected. Counts are totals since the file is there. Releases and files that"
                            + " GitHub no longer lists stay.")
    @APIResponse(responseCode = "200", description = "They; name is null for a release without a title")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public Releases releases(@PathParam("id") int id) {
        if (catalog.visibleTo(viewer.get(), id).isEmpty()) {
            throw new NotFoundException("There is no repository " + id);
        }
        return new Releases(id, history.releases(id));
    }
}
