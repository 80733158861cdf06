package ghtraffic.takeover;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.Message;
import ghtraffic.takeover.TakeOverReview.TakenOver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What was taken over from the Python application, in the API. For administrators only. */
@Path("takeover")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TakeOverResource {

    /**
     * A credential that somebody should look at.
     *
     * @param tenant the number of the tenant
     * @param name the name of the tenant
     * @param warnings what is wrong
     */
    public record TakenOverCredential(int tenant, String name, List<String> warnings) {}

    /**
     * What there is, and whether collecting waits.
     *
     * @param waiting whether collecting waits for an administrator
     * @param tenants the number of tenants
     * @param repositories the number of repositories that a tenant tracks
     * @param credentials the credentials with warnings
     */
    public record TakeOverReport(
            boolean waiting, int tenants, int repositories, List<TakenOverCredential> credentials) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionHold hold;

    @Inject
    private TakeOverReview review;

    /** Returns what was taken over. */
    @GET
    @Operation(summary = "What was taken over from the Python application, and whether collecting waits")
    @APIResponse(responseCode = "200", description = "The report; waiting is false where nothing was taken over")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public TakeOverReport report() {
        viewer.administrator();
        TakenOver found = review.now();
        List<TakenOverCredential> credentials = found.credentials().stream()
                .map(one -> new TakenOverCredential(
                        one.tenant(),
                        one.name(),
                        one.warnings().stream().map(Message::english).toList()))
                .toList();
        return new TakeOverReport(hold.isHeld(), found.tenants(), found.repositories(), credentials);
    }

    /** Lets collecting start. */
    @POST
    @Path("approval")
    @Operation(summary = "Let collecting start in a database that was taken over")
    @APIResponse(responseCode = "204", description = "Collecting does not wait any more")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public void approve() {
        hold.release(viewer.administrator().email());
    }
}
