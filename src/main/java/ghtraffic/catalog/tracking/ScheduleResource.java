package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.RequestedRepository;
import ghtraffic.catalog.Schedule;
import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The schedule of a repository in the API. */
@Path("repositories/{id}/schedule")
@RequestScoped
public class ScheduleResource {

    /** A new schedule: default, hourly, daily, weekly or paused. */
    public record ScheduleChange(@NotNull String schedule) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RequestedRepository requested;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositories;

    /** Sets how often the repository is collected. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say how often the repository is collected",
            description = "schedule is default (what the installation does), hourly, daily, weekly or paused")
    @APIResponse(responseCode = "204", description = "It is kept; the next collection is planned anew")
    @APIResponse(responseCode = "400", description = "The schedule is none")
    @APIResponse(responseCode = "403", description = "The caller may only look at the repository")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public void set(@PathParam("id") int id, @NotNull @Valid ScheduleChange body) {
        requested.require(id);
        if (!catalog.manages(viewer.get(), id)) {
            throw new ForbiddenException("Only a tenant that tracks the repository may say how often it is collected");
        }
        repositories.schedule(id, Schedule.parse(body.schedule()));
    }
}
