package ghtraffic.catalog.discovery;

import ghtraffic.catalog.tracking.TenantResource;
import ghtraffic.github.Answer;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Lists the repositories that the credential of a tenant can read. */
@Path("repositories/discoverable")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiscoverableResource extends TenantResource {

    /**
     * The repositories that the credential of a tenant can read.
     *
     * @param items by name
     * @param lacking what the list lacks, for instance the repositories of an organization that wants the token
     *     authorized; null if it is whole
     */
    public record DiscoverableRepositories(
            List<DiscoverableRepository> items, @Nullable String lacking) {}

    @Inject
    private Discovery discovery;

    /** Asks GitHub which repositories can be tracked. */
    @GET
    @Operation(summary = "The repositories that the tenant's credential can read, asked of GitHub now")
    @APIResponse(responseCode = "200", description = "All of them, by name")
    @APIResponse(responseCode = "403", description = "The caller manages no tenant")
    @APIResponse(responseCode = "404", description = "There is no such tenant, as far as the caller may know")
    @APIResponse(responseCode = "422", description = "GitHub refuses, with GitHub's reason")
    @APIResponse(responseCode = "503", description = "GitHub cannot be asked now")
    public DiscoverableRepositories discoverable(@QueryParam("tenant") @Nullable Integer tenant) {
        Answer<List<DiscoverableRepository>> answer = discovery.discoverable(managedTenant(tenant));
        if (answer instanceof Answer.Fresh<List<DiscoverableRepository>> fresh) {
            Message lacking = fresh.lacking();
            return new DiscoverableRepositories(fresh.value(), lacking == null ? null : lacking.english());
        } else if (answer instanceof Answer.RateLimited<?> limited) {
            throw later(limited.reason().english());
        } else if (answer instanceof Answer.Unavailable<?> unavailable) {
            throw new ServiceUnavailableException(unavailable.reason().english());
        }
        throw new ClientErrorException(((Answer.Refusal<?>) answer).reason().english(), UNPROCESSABLE);
    }
}
