package ghtraffic.administration;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.users.UserChangeOutcome;
import ghtraffic.identity.users.UserItem;
import ghtraffic.identity.users.UserStore;
import ghtraffic.identity.users.Users;
import ghtraffic.lists.Page;
import ghtraffic.lists.PageLinks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The users in the API. For administrators only. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    /**
     * A user to invite.
     *
     * @param email the address that the user will sign in with
     * @param name the user's name; the address when absent
     */
    public record NewUser(
            @NotBlank @Size(max = 255) String email,
            @Nullable @Size(max = 255) String name) {}

    /**
     * A change of a user. A field that is absent stays as it is.
     *
     * @param name the new name
     * @param roles the new server roles: any of {@code admin} and {@code sysmaint}
     * @param disabled whether the user is deactivated
     */
    public record UserChange(
            @Nullable @Size(max = 255) String name,
            @Nullable List<@NotNull String> roles,
            @Nullable Boolean disabled) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Users users;

    @Inject
    private UserStore userStore;

    @Context
    private UriInfo uri;

    /** Returns a page of the users with their roles and grants, by address. */
    @GET
    @Operation(summary = "The users with their roles and grants, by address")
    @APIResponse(responseCode = "200", description = "A page of them; q looks at address and name")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public Response list(
            @QueryParam("q") @DefaultValue("") @Size(max = 255) String search,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.LARGEST_SIZE) int size) {
        viewer.administrator();
        Page<UserItem> found = users.page(search, page, size);
        return PageLinks.add(Response.ok(found), uri, page, found.hasNext()).build();
    }

    /** Returns one user with their roles and grants. */
    @GET
    @Path("{id}")
    @Operation(summary = "A user with his roles and grants")
    @APIResponse(responseCode = "200", description = "He")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public UserItem one(@PathParam("id") int id) {
        viewer.administrator();
        return users.of(id).orElseThrow(() -> unknown(id));
    }

    /** Adds a user before their first sign-in. No message is sent to them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite somebody: make his address known, to grant something to it")
    @APIResponse(responseCode = "201", description = "He is known now; nothing is sent to him")
    @APIResponse(responseCode = "400", description = "The address is none")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "409", description = "He is known already; Location says where")
    public Response invite(@NotNull @Valid NewUser invitation) {
        viewer.administrator();
        UserChangeOutcome change =
                userStore.invite(invitation.email(), invitation.name() == null ? "" : invitation.name());
        if (change instanceof UserChangeOutcome.AlreadyExists known) {
            throw new ClientErrorException(
                    "There is a user of this address already",
                    Response.status(409).location(address(known.user())).build());
        }
        int id = ((UserChangeOutcome.Done) change).user();
        return Response.created(address(id)).entity(users.of(id).orElseThrow()).build();
    }

    private URI address(int user) {
        return uri.getBaseUriBuilder().path("users/{id}").build(user);
    }

    /** Renames a user, changes their server roles, or deactivates or reactivates them. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rename a user, change his roles of the whole server, or disable him")
    @APIResponse(responseCode = "200", description = "He, as he is now")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Nobody else administers the server; nothing was changed")
    public UserItem change(@PathParam("id") int id, @NotNull @Valid UserChange change) {
        viewer.administrator();
        check(
                id,
                userStore.change(id, new UserStore.NewValues(change.name(), roles(change.roles()), change.disabled())));
        return users.of(id).orElseThrow(() -> unknown(id));
    }

    private static @Nullable Set<Role> roles(@Nullable List<String> words) {
        if (words == null) {
            return null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            Role role = Role.named(word);
            if (role.isGrantedInATenant()) {
                throw new IllegalArgumentException("roles: are admin and sysmaint; others are granted in a tenant");
            }
            roles.add(role);
        }
        return roles;
    }

    /** Deletes a user with all their grants. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a user with all that was granted to him")
    @APIResponse(responseCode = "204", description = "He is not known any more, and his access tokens are revoked")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Nobody else administers the server; nothing was changed")
    public void remove(@PathParam("id") int id) {
        viewer.administrator();
        check(id, userStore.remove(id));
    }

    private static void check(int id, UserChangeOutcome change) {
        if (change instanceof UserChangeOutcome.Unknown) {
            throw unknown(id);
        }
        if (change instanceof UserChangeOutcome.LastAdministrator) {
            throw new ClientErrorException(UserChangeOutcome.LastAdministrator.REASON.english(), 409);
        }
    }

    private static NotFoundException unknown(int id) {
        return new NotFoundException("There is no user " + id);
    }
}
