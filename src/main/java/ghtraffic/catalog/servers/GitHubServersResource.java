package ghtraffic.catalog.servers;

import ghtraffic.catalog.GitHubServer;
import ghtraffic.catalog.servers.GitHubServers.Addition;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The GitHub servers whose repositories may be tracked, in the API. For administrators only. */
@Path("github-servers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GitHubServersResource {

    private static final int UNPROCESSABLE = 422;

    /**
     * A GitHub server.
     *
     * @param id its number; 1 is github.com
     * @param name its host name
     */
    public record GitHubServerItem(int id, String name) {

        static GitHubServerItem of(GitHubServer server) {
            return new GitHubServerItem(server.id(), server.host().name());
        }
    }

    /**
     * The list of GitHub servers.
     *
     * @param items all servers by number
     */
    public record GitHubServerList(List<GitHubServerItem> items) {}

    /**
     * A GitHub server to add.
     *
     * @param name its host name, such as github.example.com
     */
    public record NewGitHubServer(
            @NotNull @Size(max = 253, message = "is longer than 253 characters")
            String name) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private GitHubServers servers;

    @Context
    private UriInfo uri;

    /** Returns all servers. */
    @GET
    @Operation(summary = "The GitHub servers that repositories may be tracked of")
    @APIResponse(responseCode = "200", description = "All of them, by number")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    public GitHubServerList all() {
        viewer.administrator();
        return new GitHubServerList(
                servers.all().stream().map(GitHubServerItem::of).toList());
    }

    /** Returns one server. */
    @GET
    @Path("{id}")
    @Operation(summary = "One GitHub server")
    @APIResponse(responseCode = "200", description = "The server")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such server")
    public GitHubServerItem one(@PathParam("id") int id) {
        viewer.administrator();
        return servers.all().stream()
                .filter(server -> server.id() == id)
                .findFirst()
                .map(GitHubServerItem::of)
                .orElseThrow(() -> new NotFoundException("There is no GitHub server " + id));
    }

    /** Adds a server. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a GitHub Enterprise Server by its host name")
    @APIResponse(responseCode = "201", description = "Repositories of it may be tracked now")
    @APIResponse(responseCode = "400", description = "The name is no host name")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "409", description = "It is there already; Location says which it is")
    @APIResponse(
            responseCode = "422",
            description =
                    "The name leads to no address of the public Internet, and GITHUB_SERVERS_ALLOWED does not name it")
    public Response add(@NotNull @Valid NewGitHubServer body) {
        viewer.administrator();
        Addition addition = servers.add(new GitHubHost(body.name()));
        if (addition instanceof Addition.Added added) {
            GitHubServerItem server = GitHubServerItem.of(added.server());
            return Response.created(address(added.server())).entity(server).build();
        } else if (addition instanceof Addition.Known known) {
            throw new ClientErrorException(
                    "The GitHub server is there already",
                    Response.status(409).location(address(known.server())).build());
        } else if (addition instanceof Addition.NoName none) {
            throw new IllegalArgumentException(
                    "name: is refused. " + none.reason().english());
        }
        throw new ClientErrorException(((Addition.NotAllowed) addition).reason().english(), UNPROCESSABLE);
    }

    /** Removes a server. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a GitHub server that no repository is on")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no such server")
    @APIResponse(responseCode = "409", description = "A repository is on it, or it is github.com")
    public void remove(@PathParam("id") int id) {
        viewer.administrator();
        GitHubServers.Removal removal = servers.remove(id);
        if (removal == GitHubServers.Removal.UNKNOWN) {
            throw new NotFoundException("There is no GitHub server " + id);
        } else if (removal == GitHubServers.Removal.IN_USE) {
            throw new ClientErrorException(
                    id == GitHubServer.GITHUB_COM
                            ? "github.com stays"
                            : "Repositories of this GitHub server are tracked, or their history is kept",
                    409);
        }
    }

    private URI address(GitHubServer server) {
        return uri.getBaseUriBuilder().path("github-servers/{id}").build(server.id());
    }
}
