package ghtraffic.traffic.notes;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API for the markers in the chart of one repository. */
@Path("repositories/{id}/markers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MarkersResource {

    /**
     * The markers of a range.
     *
     * @param markers oldest first
     */
    public record ChartMarkers(List<Marker> markers) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private Today currentDay;

    @Inject
    private Markers markers;

    /** Returns the releases and notes of a range. */
    @GET
    @Operation(
            summary = "What happened on the days of a range: releases and notes",
            description =
                    "kind is release or note. The title is the tag or what the note says; text is the title of a release"
                            + " where that is another; url is the release or the note's link.")
    @APIResponse(responseCode = "200", description = "Markers, oldest first; text and url may be null")
    @APIResponse(responseCode = "400", description = "No day, or a range of more than ten years")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public ChartMarkers markers(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        TrackedRepository repository = catalog.visibleTo(viewer.get(), id)
                .orElseThrow(() -> new NotFoundException("There is no repository " + id));
        return new ChartMarkers(markers.of(viewer.get(), repository, DateRange.of(from, to, currentDay.date())));
    }
}
