package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.Csv;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The repositories as CSV, with the columns of the Python application. */
@Path("repositories.csv")
@RequestScoped
public class RepositoriesCsvResource {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    /** Returns a line for each repository that the viewer may see, or for each of those that a tenant tracks. */
    @GET
    @Produces("text/csv")
    @Operation(summary = "The visible repositories as CSV, or those that one tenant tracks: RID, ORGNAME, REPONAME")
    @APIResponse(responseCode = "200", description = "CSV after RFC 4180, in UTF-8")
    @APIResponse(responseCode = "404", description = "The caller has no right in this tenant, or there is none")
    public Response csv(@QueryParam("tenant") @Nullable Integer tenant) {
        if (tenant != null && !viewer.get().isIn(tenant)) {
            throw new NotFoundException("There is no tenant " + tenant);
        }
        List<TrackedRepository> visible = catalog.visibleTo(viewer.get(), new RepositoryFilter("", tenant));
        StreamingOutput lines = out -> {
            try (CSVPrinter printer = Csv.printer(out, "RID", "ORGNAME", "REPONAME")) {
                for (TrackedRepository one : visible) {
                    printer.printRecord(one.id(), Csv.text(one.owner()), Csv.text(one.name()));
                }
            }
        };
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"repositories.csv\"")
                .build();
    }
}
