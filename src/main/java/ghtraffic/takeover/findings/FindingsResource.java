package ghtraffic.takeover.findings;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is wrong with the rows of the database, in the API. For administrators only. */
@Path("findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {

    /**
     * All rows with the same problem.
     *
     * @param kind the problem, such as repository-without-owner
     * @param count how many rows have it
     * @param rows the first 100 of them, in words
     * @param remedy what to do
     * @param repairable whether the application can repair it
     */
    public record FindingItem(String kind, long count, List<String> rows, String remedy, boolean repairable) {

        static FindingItem of(Finding finding) {
            return new FindingItem(
                    finding.kind().key(),
                    finding.count(),
                    finding.rows().stream().map(Message::english).toList(),
                    Message.of("finding." + finding.kind().key() + ".remedy").english(),
                    finding.kind().isRepairable());
        }
    }

    /**
     * The list of findings.
     *
     * @param items one for each kind of which there are rows
     */
    public record FindingList(List<FindingItem> items) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Findings findings;

    @Inject
    private FindingRepair repair;

    /** Returns the findings of now. */
    @GET
    @Operation(summary = "Rows of the database that do not fit together")
    @APIResponse(responseCode = "200", description = "One item for each kind; none when everything fits")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public FindingList all() {
        viewer.administrator();
        return new FindingList(findings.all().stream().map(FindingItem::of).toList());
    }

    /** Repairs the findings of one kind. */
    @POST
    @Path("{kind}/repair")
    @Operation(
            summary = "Repair the findings of one kind",
            description =
                    "Merges repositories that have several rows, or removes access, roles and tracking of what does"
                            + " not exist. Collected data is never removed.")
    @APIResponse(responseCode = "204", description = "There is none of this kind any more")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such kind")
    @APIResponse(responseCode = "409", description = "The application cannot repair this kind")
    public void repair(@PathParam("kind") String kind) {
        viewer.administrator();
        FindingKind found = FindingKind.called(kind)
                .orElseThrow(() -> new NotFoundException("There is no kind of finding of this name"));
        if (!found.isRepairable()) {
            throw new ClientErrorException(
                    Message.of("finding." + found.key() + ".remedy").english(), 409);
        }
        repair.repair(found);
    }
}
