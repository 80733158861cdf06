package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryName;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.catalog.TrackingOutcome;
import ghtraffic.github.servers.GitHubHost;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The tracked repositories in the API: finding, tracking and removing them. */
@Path("repositories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RepositoriesResource extends TenantResource {

    /**
     * A repository to track.
     *
     * @param owner the GitHub user or organization
     * @param name the repository's name
     * @param server the GitHub server; github.com when absent
     * @param tenant the tenant that will track it; required only for callers who manage more than one
     */
    public record NewRepository(
            @NotBlank @Size(max = 300) String owner,
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 255) String server,
            @Nullable Integer tenant) {}

    /**
     * The repository that is now tracked.
     *
     * @param id its id in this application
     * @param githubId GitHub's number
     * @param owner the owner, as GitHub spells it
     * @param name the name, as GitHub spells it
     */
    public record AddedRepository(int id, @Nullable Long githubId, String owner, String name) {}

    @Inject
    private RepositoryTracking tracking;

    @Inject
    private Catalog catalog;

    @Context
    private UriInfo uri;

    /** Tracks a repository after asking GitHub whether its traffic can be read. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Track a repository, after asking GitHub whether its traffic can be read")
    @APIResponse(responseCode = "201", description = "It is tracked now")
    @APIResponse(responseCode = "400", description = "The name is not a valid repository name")
    @APIResponse(responseCode = "403", description = "The caller manages no tenant")
    @APIResponse(responseCode = "409", description = "The tenant tracks it already")
    @APIResponse(responseCode = "422", description = "GitHub does not let it be read, with GitHub's reason")
    @APIResponse(responseCode = "503", description = "GitHub cannot be asked now")
    public Response add(@NotNull @Valid NewRepository body) {
        int tenant = managedTenant(body.tenant());
        GitHubHost host = body.server() == null ? GitHubHost.GITHUB_COM : new GitHubHost(body.server());
        TrackingOutcome outcome = tracking.track(tenant, host, new RepositoryName(body.owner(), body.name()));
        if (outcome instanceof TrackingOutcome.Tracked tracked) {
            TrackedRepository repository = tracked.repository();
            return Response.created(address(repository))
                    .entity(new AddedRepository(
                            repository.id(), repository.gitHubId(), repository.owner(), repository.name()))
                    .build();
        } else if (outcome instanceof TrackingOutcome.AlreadyTracked already) {
            throw new ClientErrorException(
                    already.repository().fullName() + " is tracked already",
                    Response.status(409).location(address(already.repository())).build());
        } else if (outcome instanceof TrackingOutcome.Unreadable unreadable) {
            throw new ClientErrorException(unreadable.reason().english(), UNPROCESSABLE);
        } else if (outcome instanceof TrackingOutcome.Later later) {
            throw later(later.reason().english());
        } else {
            throw new ServiceUnavailableException(
                    ((TrackingOutcome.GitHubUnavailable) outcome).reason().english());
        }
    }

    /** Stops tracking a repository for one tenant. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop tracking a repository; its history is kept unless told otherwise")
    @APIResponse(responseCode = "204", description = "The tenant does not track it any more")
    @APIResponse(responseCode = "403", description = "The caller may only look at it")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public void remove(
            @PathParam("id") int id,
            @QueryParam("history") @DefaultValue("keep") @Pattern(regexp = "keep|delete") String history,
            @QueryParam("tenant") @Nullable Integer wanted) {
        if (catalog.visibleTo(viewer(), id).isEmpty()) {
            throw new NotFoundException("There is no repository " + id);
        }
        List<Integer> own = catalog.trackingTenants(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(tenant -> viewer().manages(tenant))
                .toList();
        if (own.isEmpty()) {
            throw new ForbiddenException("Only a tenant that tracks the repository may stop that");
        }
        int tenant = wanted == null && own.size() == 1 ? own.get(0) : managedTenant(wanted);
        if (!tracking.stop(tenant, id, history.equals("delete"))) {
            throw new NotFoundException("The tenant does not track repository " + id);
        }
    }

    private URI address(TrackedRepository repository) {
        return uri.getBaseUriBuilder().path("repositories/{id}").build(repository.id());
    }
}
