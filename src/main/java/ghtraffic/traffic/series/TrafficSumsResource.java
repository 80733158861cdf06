package ghtraffic.traffic.series;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The sums of the traffic of all visible repositories in the API. */
@Path("traffic")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrafficSumsResource {

    /**
     * A series of points.
     *
     * @param from the first day of the range
     * @param to the last day of the range
     * @param interval {@code day}, {@code week} or {@code month}
     * @param points one point for each day, week or month, oldest first
     */
    public record TrafficSumSeries(LocalDate from, LocalDate to, String interval, List<TrafficPoint> points) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RequestedRepositories repositories;

    @Inject
    private Today currentDay;

    @Inject
    private SummedSeries sums;

    /** Returns the sums over all repositories that the caller may see, or over those that the request names. */
    @GET
    @Operation(
            summary = "Views and clones of all visible repositories together, by day, week or month",
            description = "visitors and cloners are null, because uniques do not add up. A day is null when none of the"
                    + " repositories was collected, and partial when it is today, or when any of those that had been"
                    + " collected on it or before was not seen whole on it. A week or month is null when all its days"
                    + " are, and partial when any of them is null or partial. repository may be repeated; tenant leaves"
                    + " the repositories that this tenant tracks.")
    @APIResponse(
            responseCode = "200",
            description = "One point for each interval; null values: never collected; zeros: a quiet day")
    @APIResponse(responseCode = "400", description = "No day, no interval, or a range of more than ten years")
    @APIResponse(
            responseCode = "404",
            description =
                    "A named repository is none that the caller may see and the tenant tracks, or he has no right in"
                            + " the tenant")
    public TrafficSumSeries traffic(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("interval") @DefaultValue("day") String interval,
            @QueryParam("tenant") @Nullable Integer tenant,
            @QueryParam("repository") List<Integer> wanted) {
        DateRange range = DateRange.untilToday(from, to, currentDay.date());
        Interval each = Interval.parse(interval);
        if (tenant != null && !viewer.get().isIn(tenant)) {
            throw new NotFoundException("There is no tenant " + tenant);
        }
        List<Integer> chosen = repositories
                .ids(viewer.get(), tenant, wanted)
                .orElseThrow(() -> new NotFoundException("There is no such repository"));
        return new TrafficSumSeries(range.from(), range.to(), each.toString(), sums.series(chosen, range, each));
    }
}
