package ghtraffic.traffic.exports;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.series.RequestedRepositories;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API that exports traffic by day or week as CSV. */
@Path("traffic.csv")
@RequestScoped
public class ExportResource {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private RequestedRepositories repositories;

    @Inject
    private Today currentDay;

    @Inject
    private CsvExport export;

    /**
     * Returns one line for each collected day or week of each visible repository, or only of the given repositories.
     */
    @GET
    @Produces("text/csv")
    @Operation(
            summary =
                    "Traffic by day or week as CSV: RID, TDATE, VIEWCOUNT, VUNIQUES, CLONECOUNT, CUNIQUES, ORGNAME, REPONAME, PARTIAL",
            description =
                    "Days that no collection covered have no line; where it covered the views only or the clones only, the"
                            + " other fields are empty. PARTIAL is 1 when what is there was not seen whole, else 0. Uniques do"
                            + " not add up over days. With interval=week TDATE is the Monday, and uniques are GitHub's own, empty"
                            + " where the week was not seen whole, and PARTIAL is 1 too where only a part of it is asked for."
                            + " repository may be repeated; q leaves the repositories whose name contains it, and tenant"
                            + " those that this tenant tracks.")
    @APIResponse(responseCode = "200", description = "CSV after RFC 4180, in UTF-8")
    @APIResponse(responseCode = "400", description = "No day, no day or week, or a range of more than ten years")
    @APIResponse(
            responseCode = "404",
            description =
                    "A named repository is none that the caller may see, is called q and the tenant tracks, or he has no"
                            + " right in the tenant")
    public Response csv(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("interval") @DefaultValue("day") @Pattern(regexp = "day|week") String interval,
            @QueryParam("q") @DefaultValue("") @Size(max = 140) String search,
            @QueryParam("tenant") @Nullable Integer tenant,
            @QueryParam("repository") List<Integer> wanted) {
        DateRange range = DateRange.untilToday(from, to, currentDay.date());
        if (tenant != null && !viewer.get().isIn(tenant)) {
            throw new NotFoundException("There is no tenant " + tenant);
        }
        List<TrackedRepository> chosen = catalog.withIds(repositories
                .ids(viewer.get(), new RepositoryFilter(search, tenant), wanted)
                .orElseThrow(() -> new NotFoundException("There is no such repository")));
        Interval each = Interval.parse(interval);
        StreamingOutput lines = out -> export.write(chosen, range, each, out);
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"traffic.csv\"")
                .build();
    }
}
