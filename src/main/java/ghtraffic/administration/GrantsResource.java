package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.users.Grant;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The grants of users in the API. For administrators only. */
@Path("grants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {

    /**
     * A grant to store.
     *
     * @param user the user's number
     * @param tenant the tenant's number
     * @param role {@code tenant}, {@code tenantstats} or {@code repostats}
     * @param repository the repository that the grant is for; required with {@code repostats} and not allowed otherwise
     */
    public record NewGrant(
            @NotNull Integer user,
            @NotNull Integer tenant,
            @NotBlank String role,
            @Nullable Integer repository) {}

    /**
     * The grants in a tenant.
     *
     * @param items in the order of users
     */
    public record GrantList(List<Grant> items) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Grants grants;

    @Inject
    private GrantCheck change;

    /** Returns the grants in a tenant. */
    @GET
    @Operation(summary = "Who may do what in a tenant; what one user may do is with the user")
    @APIResponse(responseCode = "200", description = "By user; nothing for a tenant that is none")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public GrantList list(@QueryParam("tenant") @NotNull Integer tenant) {
        viewer.administrator();
        return new GrantList(grants.inTenant(tenant));
    }

    /** Stores a grant. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Grant a role in a tenant, or the look at one of its repositories")
    @APIResponse(responseCode = "204", description = "It is granted; it may have been before")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(
            responseCode = "404",
            description = "There is no such user or tenant, or it does not track the repository")
    public Response give(@NotNull @Valid NewGrant body) {
        viewer.administrator();
        Message missing = change.grant(Grant.of(body.user(), body.tenant(), body.role(), body.repository()));
        if (missing != null) {
            throw new NotFoundException(missing.english());
        }
        return Response.noContent().build();
    }

    /** Revokes a grant. */
    @DELETE
    @Operation(summary = "Take a grant back; it opens nothing from the next request on")
    @APIResponse(responseCode = "204", description = "It is taken back")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "This was not granted")
    public void take(
            @QueryParam("user") @NotNull Integer user,
            @QueryParam("tenant") @NotNull Integer tenant,
            @QueryParam("role") @NotBlank String role,
            @QueryParam("repository") @Nullable Integer repository) {
        viewer.administrator();
        if (!grants.revoke(Grant.stored(user, tenant, role, repository))) {
            throw new NotFoundException("This was not granted");
        }
    }
}
