package ghtraffic.traffic.sources;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API for the top referrers and top pages of one repository. */
@Path("repositories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

    private static final String HOW =
            "Without parameters the newest list; with on the list of that day, or of the newest"
                    + " day before it that has one; with from or to the lists of all days of the range that have one, at most"
                    + " ten years. Counts and uniques are totals of the 14 days before, so their differences are no daily"
                    + " counts. An empty list is one that was empty.";
    private static final String WRONG = "No day, a range of more than ten years, or on together with from or to";
    private static final String NOTHING =
            "There is no such repository, as far as the caller may know, or no list was collected up to that day";

    /**
     * The lists of a range.
     *
     * @param <T> the type of the items
     * @param snapshots one list for each day that has one, oldest first
     */
    public record SourceLists<T>(List<SourceList<T>> snapshots) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private Today currentDay;

    @Inject
    private SourceStore snapshots;

    /** Returns the top referrers of one day, or of each day of a range. */
    @GET
    @Path("{id}/referrers")
    @Operation(summary = "The ten sites that most views came from, by day of collection", description = HOW)
    @APIResponse(
            responseCode = "200",
            description = "{on, items: [{referrer, count, uniques}]}, of a range {snapshots: [{on, items}]}")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NOTHING)
    public Response referrers(
            @PathParam("id") int id,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        refuseUnlessVisible(id);
        return answer(
                "referrers",
                on,
                from,
                to,
                day -> snapshots.referrers(id, day),
                range -> snapshots.referrers(id, range));
    }

    /** Returns the top pages of one day, or of each day of a range. */
    @GET
    @Path("{id}/paths")
    @Operation(summary = "The ten pages with the most views, by day of collection", description = HOW)
    @APIResponse(
            responseCode = "200",
            description = "{on, items: [{path, title, count, uniques}]}, of a range {snapshots: [{on, items}]}")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NOTHING)
    public Response paths(
            @PathParam("id") int id,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        refuseUnlessVisible(id);
        return answer("paths", on, from, to, day -> snapshots.paths(id, day), range -> snapshots.paths(id, range));
    }

    private void refuseUnlessVisible(int id) {
        if (catalog.visibleTo(viewer.get(), id).isEmpty()) {
            throw new NotFoundException("There is no repository " + id);
        }
    }

    private <T> Response answer(
            String what,
            @Nullable LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Function<LocalDate, Optional<SourceList<T>>> newest,
            Function<DateRange, List<SourceList<T>>> all) {
        LocalDate today = currentDay.date();
        if (from == null && to == null) {
            LocalDate day = on == null ? today : on;
            return Response.ok(newest.apply(day)
                            .orElseThrow(
                                    () -> new NotFoundException("No list of " + what + " was collected up to " + day)))
                    .build();
        }
        if (on != null) {
            throw new IllegalArgumentException("on: asks for one day; leave it out, or leave out from and to");
        }
        return Response.ok(new SourceLists<>(all.apply(DateRange.untilToday(from, to, today))))
                .build();
    }
}
