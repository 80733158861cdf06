package ghtraffic.traffic.series;

import ghtraffic.catalog.RequestedRepository;
import ghtraffic.ranges.ComparisonPeriod;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
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

/** The traffic of one repository in the API. */
@Path("repositories/{id}/traffic")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrafficResource {

    /**
     * A series of points.
     *
     * @param repository the repository's id
     * @param from the first day of the range
     * @param to the last day of the range
     * @param interval {@code day}, {@code week} or {@code month}
     * @param points one point for each day, week or month, oldest first
     * @param compared the traffic that they are compared with; absent unless requested
     */
    public record TrafficSeries(
            int repository,
            LocalDate from,
            LocalDate to,
            String interval,
            List<TrafficPoint> points,
            @Nullable PreviousPeriod compared) {}

    /**
     * The traffic of an earlier range.
     *
     * @param days how many days earlier
     * @param points one point for each point of the series, with the date of that point
     */
    public record PreviousPeriod(int days, List<TrafficPoint> points) {}

    @Inject
    private RequestedRepository requested;

    @Inject
    private RepositorySeries history;

    @Inject
    private Today currentDay;

    @Inject
    private SeriesComparison comparisons;

    /** Returns the traffic by day, week or month. */
    @GET
    @Operation(
            summary = "Views, visitors, clones and cloners by day, week or month",
            description =
                    "visitors and cloners do not add up. Those of a week, from Monday, are GitHub's own: null where"
                            + " GitHub's figure was not seen whole before the week left its window, or where the range holds a"
                            + " part of the week only; while the week is not over they are the figures so far. Those of a month"
                            + " are null. partial says that a part of the time is not covered, or not over. compare adds"
                            + " what was earlier: previous, as many whole weeks as the range needs without today, or year,"
                            + " 52 weeks. Its points have the dates of those that they stand beside; weekdays match.")
    @APIResponse(
            responseCode = "200",
            description = "One point for each interval; null values: never collected; zeros: a quiet day")
    @APIResponse(
            responseCode = "400",
            description = "No day, no interval, nothing to compare with, or a range of more than ten years")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public TrafficSeries traffic(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("interval") @DefaultValue("day") String interval,
            @QueryParam("compare") @DefaultValue("none") String compare) {
        requested.require(id);
        DateRange range = DateRange.untilToday(from, to, currentDay.date());
        Interval each = Interval.parse(interval);
        int shift = ComparisonPeriod.parse(compare)
                .shift(ResolvedRange.counted(range, currentDay.date()).days());
        return new TrafficSeries(
                id,
                range.from(),
                range.to(),
                each.toString(),
                history.series(id, range, each),
                shift == 0 ? null : new PreviousPeriod(shift, comparisons.earlier(id, range, each, shift)));
    }
}
