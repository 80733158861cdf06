package ghtraffic.catalog.discovery;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The discovery rules of a tenant in the API. */
@Path("tenants/{id}/discovery")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {

    /**
     * Rules to store.
     *
     * @param rules one text for each rule; blank ones and those that begin with {@code #} are ignored
     */
    public record NewRules(@NotNull List<@NotNull String> rules) {}

    /**
     * The discovery of a tenant.
     *
     * @param rules one text for each rule
     * @param lastAttempt when it last ran with these rules; null when it has not run with them yet
     * @param lastSuccess when it last succeeded; null when it never did
     * @param message what the last attempt found, or why it failed
     */
    @JsonbNillable
    public record DiscoveryReport(
            List<String> rules,
            @Nullable Instant lastAttempt,
            @Nullable Instant lastSuccess,
            @Nullable String message) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private DiscoveryStore discoveries;

    /** Returns the rules and the outcome of the last discovery. */
    @GET
    @Operation(summary = "Which repositories the tenant tracks without being asked, and how the last discovery went")
    @APIResponse(responseCode = "200", description = "The rules")
    @APIResponse(responseCode = "404", description = "There is no such tenant, as far as the caller may know")
    public DiscoveryReport discovery(@PathParam("id") int id) {
        requireManaged(id);
        DiscoveryStatus state = discoveries.state(id).orElseGet(() -> new DiscoveryStatus(id));
        return new DiscoveryReport(
                discoveries.rules(id).texts(), state.lastAttempt(), state.lastSuccess(), state.english());
    }

    /** Replaces the rules. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say which repositories the tenant tracks without being asked",
            description =
                    "A rule is owner/name, with * for any characters in the name, owner/* or */*. With ! before it, it"
                            + " excludes, as do !fork, !archived and !private. A repository is wanted when a rule"
                            + " includes it and none excludes it. Discovery follows within a minute, then once a day.")
    @APIResponse(responseCode = "200", description = "The rules as they are kept")
    @APIResponse(responseCode = "400", description = "A line is no rule, or there are too many")
    @APIResponse(responseCode = "404", description = "There is no such tenant, as far as the caller may know")
    public DiscoveryReport replace(@PathParam("id") int id, @NotNull @Valid NewRules body) {
        requireManaged(id);
        DiscoveryRules rules;
        try {
            rules = DiscoveryRules.parse(body.rules());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rules: " + e.getMessage(), e);
        }
        discoveries.replace(id, rules);
        return discovery(id);
    }

    private void requireManaged(int tenant) {
        if (!viewer.get().manages(tenant)) {
            throw new NotFoundException("There is no tenant " + tenant);
        }
    }
}
