package ghtraffic.traffic.popularity;

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

/** Stars, forks, watchers and open issues of one repository in the API. */
@Path("repositories/{id}/popularity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PopularityResource {

    /** The points of a repository, by its id, in a range of days: one for each collected day, oldest first. */
    public record PopularitySeries(int repository, LocalDate from, LocalDate to, List<PopularityNumbers> points) {}

    @Inject
    private RequestedRepository requested;

    @Inject
    private Today currentDay;

    @Inject
    private PopularityStore popularity;

    /** Returns stars, forks, watchers and open issues of each collected day. */
    @GET
    @Operation(
            summary = "Stars, forks, watchers and open issues, as of each collected day",
            description =
                    "Open issues include pull requests, as GitHub counts them. The last collection of a day stands.")
    @APIResponse(
            responseCode = "200",
            description = "One point for each collected day; watchers are null where GitHub did not say")
    @APIResponse(responseCode = "400", description = "No day, or a range of more than ten years")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public PopularitySeries popularity(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        requested.require(id);
        DateRange range = DateRange.untilToday(from, to, currentDay.date());
        return new PopularitySeries(id, range.from(), range.to(), popularity.series(id, range));
    }
}
