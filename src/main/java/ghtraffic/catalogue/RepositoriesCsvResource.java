package ghtraffic.catalogue;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The repositories as CSV, with the columns of the Python application. */
@Path("repositories.csv")
@RequestScoped
public class RepositoriesCsvResource {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalogue catalogue;

    /** One line for each visible repository. */
    @GET
    @Produces("text/csv")
    @Operation(summary = "The visible repositories as CSV: RID, ORGNAME, REPONAME")
    public Response csv() {
        List<TrackedRepository> visible = catalogue.visibleTo(viewer.get());
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
