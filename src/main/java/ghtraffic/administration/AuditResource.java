package ghtraffic.administration;

import ghtraffic.audit.AuditItem;
import ghtraffic.audit.AuditLog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The audit log in the API. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditLog log;

    @Context
    private UriInfo uri;

    /** Returns a page of the audit log, newest first. */
    @GET
    @Operation(summary = "Who changed what, when and from where, the newest first")
    @APIResponse(responseCode = "200", description = "A page of the log; q looks at who, what and the kind of change")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public Response list(
            @QueryParam("q") @DefaultValue("") @Size(max = 255) String search,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.LARGEST_SIZE) int size) {
        viewer.administrator();
        Page<AuditItem> found = log.page(search, page, size);
        return PageLinks.add(Response.ok(found), uri, page, found.hasNext()).build();
    }
}
