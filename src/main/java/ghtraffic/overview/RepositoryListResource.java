package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API for the visible repositories with their health and recent numbers. */
@Path("repositories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RepositoryListResource {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryList repositories;

    @Inject
    private RepositoryItems items;

    @Context
    private UriInfo uri;

    /** Returns a page of repositories. */
    @GET
    @Operation(
            summary = "The visible repositories with health and the last 14 whole days",
            description =
                    "sort is name, views or clones, with a minus before it for descending. Views and clones are those"
                            + " of the last 14 whole days; of equal numbers the name decides, and what was not collected"
                            + " comes last. tenant leaves those that this tenant tracks.")
    @APIResponse(responseCode = "200", description = "A page; Link headers lead to the others")
    @APIResponse(responseCode = "400", description = "The order is none, or page or size are out of bounds")
    @APIResponse(responseCode = "404", description = "The caller has no right in this tenant, or there is none")
    public Response list(
            @QueryParam("q") @DefaultValue("") @Size(max = 140) String search,
            @QueryParam("tenant") @Nullable Integer tenant,
            @QueryParam("sort") @DefaultValue("name") String sort,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.LARGEST_SIZE) int size) {
        RepositoryOrder order = RepositoryList.order(sort);
        if (tenant != null && !viewer.get().isIn(tenant)) {
            throw new NotFoundException("There is no tenant " + tenant);
        }
        Page<TrackedRepository> found =
                repositories.page(viewer.get(), new RepositoryFilter(search, tenant), order, page, size);
        List<RepositoryItem> described = items.of(viewer.get(), found.items());
        return PageLinks.add(Response.ok(new Page<>(described, page, size, found.total())), uri, page, found.hasNext())
                .build();
    }

    /** Returns one repository with its details. */
    @GET
    @Path("{id}")
    @Operation(summary = "One repository with health, the last 14 whole days, and what GitHub says of it")
    @APIResponse(responseCode = "200", description = "It")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public RepositoryItem one(@PathParam("id") int id) {
        TrackedRepository found = catalog.visibleTo(viewer.get(), id)
                .orElseThrow(() -> new NotFoundException("There is no repository " + id));
        return items.detailed(viewer.get(), found);
    }
}
