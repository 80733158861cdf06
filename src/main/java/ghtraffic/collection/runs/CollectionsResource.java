package ghtraffic.collection.runs;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API that starts collection runs and lists them. */
@Path("collections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CollectionsResource {

    /**
     * The body of a request to start a run.
     *
     * @param repository the id of the one repository to collect; null or absent for all that the caller may collect
     */
    public record NewCollection(@Nullable Integer repository) {}

    /**
     * A repository that was not, or only partly, collected.
     *
     * @param repository the full name of the repository, or {@code (deleted)}
     * @param reason the reason and what to do, in sentences
     */
    public record UncollectedRepository(String repository, String reason) {

        static UncollectedRepository of(RunError error) {
            return new UncollectedRepository(
                    Objects.requireNonNullElse(error.repository(), "(deleted)"), error.english());
        }
    }

    /**
     * A collection run as the API shows it.
     *
     * @param id the id of the run
     * @param trigger what started the run: manual, event or schedule
     * @param startedAt when the run started
     * @param finishedAt when the run ended; null if it has not ended
     * @param state running, waiting, finished or interrupted
     * @param total the number of repositories that the run collects
     * @param done the number of repositories that were collected, completely or partly
     * @param failed the number of repositories that could not be collected
     * @param errors the repositories with errors that the caller may see; always empty in lists
     */
    @JsonbNillable
    public record CollectionRunItem(
            int id,
            String trigger,
            Instant startedAt,
            @Nullable Instant finishedAt,
            String state,
            int total,
            int done,
            int failed,
            List<UncollectedRepository> errors) {

        /** Converts a run and those of its errors that the caller may see. */
        public static CollectionRunItem of(CollectionRun run, List<RunError> errors) {
            return new CollectionRunItem(
                    run.id(),
                    run.trigger(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.state(),
                    run.total(),
                    run.done(),
                    run.failed(),
                    errors.stream().map(UncollectedRepository::of).toList());
        }
    }

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionStarter collector;

    @Inject
    private RunHistory runs;

    @Context
    private UriInfo uri;

    /** Starts a run. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Collect now: one repository, or all that the caller may collect")
    @APIResponse(responseCode = "202", description = "It runs; Location says where to look")
    @APIResponse(responseCode = "403", description = "The caller may only look")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    @APIResponse(
            responseCode = "409",
            description = "One runs already, there is nothing to collect, or it waits for an administrator")
    public Response start(@Nullable NewCollection body) {
        Integer repository = body == null ? null : body.repository();
        StartOutcome start = collector.start(viewer.get(), repository);
        if (start instanceof StartOutcome.Started started) {
            return Response.accepted(CollectionRunItem.of(started.run(), List.of()))
                    .location(address(started.run()))
                    .build();
        } else if (start instanceof StartOutcome.AlreadyRunning running) {
            throw alreadyRunning(running.run());
        } else if (start instanceof StartOutcome.NothingToCollect) {
            throw new ClientErrorException("No repository is tracked yet", 409);
        } else if (start instanceof StartOutcome.Held) {
            throw new ClientErrorException("Collecting waits until an administrator has looked at /findings", 409);
        } else if (start instanceof StartOutcome.NotAllowed) {
            throw new ForbiddenException("Only those who manage the repository may collect it");
        } else {
            throw new NotFoundException("There is no repository " + repository);
        }
    }

    private ClientErrorException alreadyRunning(CollectionRun run) {
        Response.ResponseBuilder conflict = Response.status(409);
        if (runs.visibleTo(viewer.get(), run.id()).isPresent()) {
            conflict.location(address(run));
        }
        return new ClientErrorException("A collection runs already; try again when it is done", conflict.build());
    }

    private URI address(CollectionRun run) {
        return uri.getBaseUriBuilder().path("collections/{id}").build(run.id());
    }

    /** Returns a run with its errors. */
    @GET
    @Path("{id}")
    @Operation(summary = "A collection, with the repositories that failed and why")
    @APIResponse(responseCode = "200", description = "It")
    @APIResponse(responseCode = "404", description = "There is no such collection, as far as the caller may know")
    public CollectionRunItem one(@PathParam("id") int id) {
        CollectionRun run =
                runs.visibleTo(allowed(), id).orElseThrow(() -> new NotFoundException("There is no collection " + id));
        return CollectionRunItem.of(run, runs.errors(viewer.get(), id));
    }

    /** Returns a page of the runs that the caller may see, newest first. */
    @GET
    @Operation(summary = "The collections, newest first; a tenant sees his own")
    public Response list(
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.LARGEST_SIZE) int size) {
        Page<CollectionRun> found = runs.visibleTo(allowed(), page, size);
        return PageLinks.add(
                        Response.ok(found.map(run -> CollectionRunItem.of(run, List.of()))), uri, page, found.hasNext())
                .build();
    }

    private Viewer allowed() {
        Viewer me = viewer.get();
        if (!me.has(Role.ADMIN) && !me.has(Role.SYSMAINT) && me.managed().isEmpty()) {
            throw new ForbiddenException("This needs the role admin, sysmaint or tenant");
        }
        return me;
    }
}
