package ghtraffic.tenants.credentials;

import ghtraffic.github.Answer;
import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The GitHub credential of a tenant in the API. It can be written, never read. */
@Path("tenants/{id}/credential")
@RequestScoped
public class CredentialResource {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CredentialReplacement change;

    /** Replaces the credential of a tenant. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace what the tenant reads GitHub with, after asking GitHub",
            description = "Either token, or appId, installation and privateKey of a GitHub App")
    @APIResponse(responseCode = "204", description = "It is kept, encrypted")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "There is no such tenant, as far as the caller may know")
    @APIResponse(responseCode = "422", description = "GitHub refuses it, with GitHub's reason; nothing was changed")
    @APIResponse(responseCode = "503", description = "GitHub cannot be asked now; nothing was changed")
    public void replace(@PathParam("id") int id, @NotNull CredentialInput entered) {
        if (!change.isAllowedFor(viewer.get(), id)) {
            throw new NotFoundException("There is no tenant " + id);
        }
        Answer.Refusal<?> refusal =
                change.replace(id, entered.toCredential(), viewer.get().email()).orElse(null);
        if (refusal == null) {
            return;
        }
        if (refusal instanceof Answer.RateLimited<?>) {
            throw new ServiceUnavailableException(refusal.reason().english(), 60L);
        }
        throw refusal instanceof Answer.Unavailable<?>
                ? new ServiceUnavailableException(refusal.reason().english())
                : new ClientErrorException(refusal.reason().english(), UNPROCESSABLE);
    }
}
