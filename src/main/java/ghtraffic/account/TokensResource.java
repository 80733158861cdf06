package ghtraffic.account;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Scope;
import ghtraffic.identity.tokens.AccessTokens;
import ghtraffic.identity.tokens.TokenItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The caller's own access tokens in the API. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private static final int USUAL_DAYS = 90;

    /**
     * A token to create.
     *
     * @param name its name
     * @param scopes any of {@code read}, {@code manage} and {@code administer}; only {@code read} when absent
     * @param days its lifetime in days, 1 to 366; 90 when absent
     */
    public record NewToken(
            @NotBlank @Size(max = 100) String name,
            @Nullable List<@NotNull String> scopes,
            @Nullable Integer days) {}

    /**
     * The list of tokens.
     *
     * @param items newest first
     */
    public record TokenList(List<TokenItem> items) {}

    /**
     * A new token.
     *
     * @param token the token itself, which is shown only in this answer
     * @param item the token as it is listed
     */
    public record CreatedToken(String token, TokenItem item) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AccessTokens tokens;

    @Context
    private UriInfo uri;

    /** Returns the caller's tokens. */
    @GET
    @Operation(summary = "The caller's access tokens, without the tokens themselves")
    @APIResponse(responseCode = "200", description = "Those that are not revoked, the newest first")
    public TokenList list() {
        return new TokenList(tokens.of(subject()));
    }

    /** Creates a token. A caller that acts with an access token may not do this. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an access token; the answer shows it once")
    @APIResponse(responseCode = "201", description = "It works from now on, as Bearer")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "The caller came with an access token, which makes no others")
    public Response make(@NotNull @Valid NewToken body) {
        if (viewer.isActingWithAccessToken()) {
            throw new ForbiddenException("An access token makes no others; sign in, or send a token of the provider");
        }
        Set<Scope> scopes = EnumSet.of(Scope.READ);
        if (body.scopes() != null) {
            body.scopes().forEach(word -> scopes.add(Scope.parse(word)));
        }
        AccessTokens.NewToken made =
                tokens.create(subject(), body.name(), scopes, body.days() == null ? USUAL_DAYS : body.days());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path("{id}")
                        .build(made.item().id()))
                .entity(new CreatedToken(made.token().reveal(), made.item()))
                .build();
    }

    /** Revokes a token of the caller. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke an access token of the caller; it stops working at once")
    @APIResponse(responseCode = "204", description = "It works no more")
    @APIResponse(responseCode = "404", description = "The caller has no such token")
    public void revoke(@PathParam("id") int id) {
        if (!tokens.revoke(subject(), id)) {
            throw new NotFoundException("You have no token " + id);
        }
    }

    private String subject() {
        viewer.get();
        return viewer.subject();
    }
}
