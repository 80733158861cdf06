package ghtraffic.traffic.window;

import ghtraffic.catalog.RequestedRepository;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** GitHub's own 14-day totals of one repository in the API. */
@Path("repositories/{id}/window")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WindowResource {

    /** The points of a repository, by its id, in a range of days: one for each collected day, oldest first. */
    public record WindowSeries(int repository, LocalDate from, LocalDate to, List<WindowPoint> points) {}

    @Inject
    private RequestedRepository requested;

    @Inject
    private Today currentDay;

    @Inject
    private WindowStore windows;

    /** Returns the totals of each collected day. */
    @GET
    @Operation(
            summary = "GitHub's own totals and uniques of 14 days, as of each collected day",
            description =
                    "These uniques are GitHub's own: what it counts of a visitor over the 14 days that end with the"
                            + " date. The last collection of a day stands.")
    @APIResponse(
            responseCode = "200",
            description = "One point for each collected day; null values: GitHub did not give them on that day")
    @APIResponse(responseCode = "400", description = "No day, or a range of more than ten years")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public WindowSeries window(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        requested.require(id);
        DateRange range = DateRange.untilToday(from, to, currentDay.date());
        return new WindowSeries(id, range.from(), range.to(), windows.series(id, range));
    }
}
