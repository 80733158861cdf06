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

/** The re-encryption of all GitHub credentials in the API, after the key was changed. */
@Path("credentials/re-encryption")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReEncryptionResource {

    /**
     * The result for the credentials of all tenants. Credentials that were already encrypted with the current key are
     * in neither number.
     *
     * @param reencrypted how many were encrypted with the current key
     * @param unreadable how many neither key can decrypt; they stay unchanged
     */
    public record ReEncryptionResult(int reencrypted, int unreadable) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CredentialReEncryption credentials;

    /** Encrypts with the current key all credentials that are not encrypted with it yet. */
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
