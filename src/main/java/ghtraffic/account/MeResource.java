package ghtraffic.account;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The caller in the API. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    /**
     * The caller.
     *
     * @param email the address in normal form
     * @param name the name in the tables; null when the caller is not in them
     * @param roles the names of all their roles
     * @param tenants their roles in each tenant
     */
    public record CurrentUser(String email, @Nullable String name, List<String> roles, List<TenantRoles> tenants) {}

    /** The names of the caller's roles in one tenant, with the tenant's number and name. */
    public record TenantRoles(int id, String name, List<String> roles) {}

    @Inject
    private CurrentViewer viewer;

    /** Returns the caller with their roles. */
    @GET
    @Operation(summary = "Who the caller is and what he may do")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    public CurrentUser me() {
        Viewer me = viewer.get();
        return new CurrentUser(
                me.email(),
                me.name(),
                names(me.roles()),
                me.tenants().stream()
                        .map(access -> new TenantRoles(access.tenant(), access.name(), names(access.roles())))
                        .toList());
    }

    private static List<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::group).toList();
    }
}
