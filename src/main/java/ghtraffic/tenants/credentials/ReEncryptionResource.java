package ghtraffic.tenants.credentials;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Changing the key that GitHub credentials are encrypted with. */
@Path("credentials/re-encryption")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReEncryptionResource {

    /**
     * What became of the credentials of all tenants. Those that were encrypted with the key of now already count in neither.
     *
     * @param reencrypted how many were encrypted with the key of now
     * @param unreadable how many can be read with neither key; they stay as they are
     */
    public record ReEncryptionResult(int reencrypted, int unreadable) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CredentialReEncryption credentials;

    /** Encrypts what the key before encrypted. */
    @POST
    @Operation(
            summary = "Encrypt all GitHub credentials with CREDENTIAL_KEY that are not encrypted with it yet",
            description =
                    "To be called once all servers have the new key and the one before it as CREDENTIAL_KEY_BEFORE.")
    @APIResponse(responseCode = "200", description = "How many were encrypted anew, and how many no key reads")
    @APIResponse(responseCode = "403", description = "The caller is no administrator; nothing was changed")
    public ReEncryptionResult reEncrypt() {
        viewer.administrator();
        CredentialReEncryption.ReEncryption done = credentials.reEncrypt();
        return new ReEncryptionResult(done.reencrypted(), done.unreadable());
    }
}
