package ghtraffic.collection.triggers;

import ghtraffic.collection.runs.CollectionRun;
import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.runs.CollectionsResource;
import ghtraffic.collection.runs.StartOutcome;
import ghtraffic.limits.ClientAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API for external timers. They have no user and send the secret {@code EVENT_TOKEN} instead. */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    /**
     * The body of an event.
     *
     * @param token the value of the setting {@code EVENT_TOKEN}
     */
    public record CollectEvent(@Nullable String token) {}

    @Inject
    private EventToken token;

    @Inject
    private CollectionStarter collector;

    @Inject
    private HttpServletRequest request;

    @Context
    private UriInfo uri;

    /** Starts a run that collects all tracked repositories whose schedule is not paused. */
    @POST
    @Path("collect")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A timer outside starts a collection of everything that does not pause",
            description = "Needs no sign-in: the token in the body lets in.")
    @APIResponse(responseCode = "202", description = "It runs; Location says where to look")
    @APIResponse(responseCode = "403", description = "The token is not EVENT_TOKEN, or none is set")
    @APIResponse(responseCode = "429", description = "Too many wrong tokens came from this address")
    @APIResponse(
            responseCode = "409",
            description = "One runs already, there is nothing to collect, or it waits for an administrator")
    public Response collect(@NotNull CollectEvent event) {
        EventToken.Result verdict = token.check(event.token(), new ClientAddress(request.getRemoteAddr()));
        if (verdict instanceof EventToken.Result.TooMany tooMany) {
            throw new ClientErrorException(
                    "Too many wrong tokens came from this address",
                    Response.status(429)
                            .header(HttpHeaders.RETRY_AFTER, tooMany.pause().toSeconds())
                            .build());
        } else if (!(verdict instanceof EventToken.Result.Right)) {
            throw new ForbiddenException("The token is wrong, or EVENT_TOKEN is not set here");
        }
        StartOutcome start = collector.startByEvent();
        if (start instanceof StartOutcome.Started started) {
            return Response.accepted(CollectionsResource.CollectionRunItem.of(started.run(), List.of()))
                    .location(address(started.run()))
                    .build();
        } else if (start instanceof StartOutcome.AlreadyRunning running) {
            throw new ClientErrorException(
                    "A collection runs already",
                    Response.status(409).location(address(running.run())).build());
        }
        if (start instanceof StartOutcome.Held) {
            throw new ClientErrorException("Collecting waits until an administrator has looked at /findings", 409);
        }
        throw new ClientErrorException("No repository is tracked yet", 409);
    }

    private URI address(CollectionRun run) {
        return uri.getBaseUriBuilder().path("collections/{id}").build(run.id());
    }
}
