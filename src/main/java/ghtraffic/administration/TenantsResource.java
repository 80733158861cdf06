package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.tenants.TenantItem;
import ghtraffic.tenants.TenantStore;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The tenants in the API. For administrators only. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantsResource {

    /**
     * The names of a tenant.
     *
     * @param name the name that users see
     * @param gitHubUser the GitHub user or organization that the tenant stands for
     */
    public record TenantNames(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 39) String gitHubUser) {}

    /**
     * The list of tenants.
     *
     * @param items by name
     */
    public record TenantList(List<TenantItem> items) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantStore tenantStore;

    @Context
    private UriInfo uri;

    /** Returns all tenants. */
    @GET
    @Operation(summary = "All tenants, without their credentials")
    @APIResponse(responseCode = "200", description = "By name")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public TenantList list() {
        viewer.administrator();
        return new TenantList(tenants.all());
    }

    /** Returns one tenant. */
    @GET
    @Path("{id}")
    @Operation(summary = "A tenant, without his credential")
    @APIResponse(responseCode = "200", description = "He")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such tenant")
    public TenantItem one(@PathParam("id") int id) {
        viewer.administrator();
        return tenants.of(id).orElseThrow(() -> unknown(id));
    }

    /** Creates a tenant. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a tenant; his credential is set on its own")
    @APIResponse(responseCode = "201", description = "He is there, without a credential and without users")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public Response create(@NotNull @Valid TenantNames names) {
        viewer.administrator();
        TenantItem made = tenantStore.create(names.name(), names.gitHubUser());
        return Response.created(uri.getAbsolutePathBuilder().path("{id}").build(made.id()))
                .entity(made)
                .build();
    }

    /** Renames a tenant. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Call a tenant something else")
    @APIResponse(responseCode = "200", description = "He, as he is now")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such tenant")
    public TenantItem rename(@PathParam("id") int id, @NotNull @Valid TenantNames names) {
        viewer.administrator();
        if (!tenantStore.rename(id, names.name(), names.gitHubUser())) {
            throw unknown(id);
        }
        return tenants.of(id).orElseThrow(() -> unknown(id));
    }

    /** Removes a tenant with its credential and all grants in it. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a tenant with his credential and all that was granted in him")
    @APIResponse(
            responseCode = "204",
            description =
                    "He is gone. With history=keep, the default, what was collected stays; with history=delete it goes,"
                            + " except for what another tenant tracks")
    @APIResponse(responseCode = "400", description = "history is neither keep nor delete")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such tenant")
    public void remove(
            @PathParam("id") int id,
            @QueryParam("history") @DefaultValue("keep") @Pattern(regexp = "keep|delete") String history) {
        viewer.administrator();
        if (!tenantStore.remove(id, history.equals("delete"))) {
            throw unknown(id);
        }
    }

    private static NotFoundException unknown(int id) {
        return new NotFoundException("There is no tenant " + id);
    }
}
