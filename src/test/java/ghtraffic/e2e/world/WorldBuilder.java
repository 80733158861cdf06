package ghtraffic.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Fills a world through the REST API, as its administrator: with tenants, users, repositories and their numbers. Each step fails if
 * the application refuses it.
 */
public final class WorldBuilder {

    /** The time of most tests, a Saturday. */
    public static final String TODAY = "2026-01-31T10:00:00Z";

    private static final String CSV = "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n";

    private final World world;
    private final Api admin;
    private final Map<String, String> ids = new HashMap<>(Map.of("admin@example.com", "100", "Ada Admin", "100"));

    private WorldBuilder(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
    }

    /** Continues with a world that is set up. */
    public static WorldBuilder in(World world) {
        return new WorldBuilder(world);
    }

    /** Empties the shared world and sets it up. Its administrator is admin@example.com, whose tenant is “Ada Admin”. */
    public static WorldBuilder anew() {
        World world = SharedWorld.empty();
        world.setUp();
        return new WorldBuilder(world);
    }

    /** Sets the clock. */
    public WorldBuilder at(String instant) {
        done(200, admin.put("/sandbox/clock", "{\"now\":\"" + instant + "\"}"));
        return this;
    }

    /** Sets the clock to {@link #TODAY}. */
    public WorldBuilder today() {
        return at(TODAY);
    }

    /** Adds a tenant with a working token. */
    public WorldBuilder tenant(String name, String gitHubUser) {
        made(name, "/api/v1/tenants", "{\"name\":\"%s\",\"gitHubUser\":\"%s\"}".formatted(name, gitHubUser));
        done(204, admin.put("/api/v1/tenants/" + id(name) + "/credential", "{\"token\":\"sandbox-token\"}"));
        return this;
    }

    /** Adds a user without rights. */
    public WorldBuilder user(String email) {
        return made(email, "/api/v1/users", "{\"email\":\"" + email + "\"}");
    }

    /** Gives a user a role in a tenant. */
    public WorldBuilder grant(String email, String tenant, String role) {
        String grant = "{\"user\":%s,\"tenant\":%s,\"role\":\"%s\"}".formatted(id(email), id(tenant), role);
        done(204, admin.post("/api/v1/grants", grant));
        return this;
    }

    /** Lets the administrator's tenant track repositories of acme. */
    public WorldBuilder track(String... names) {
        for (String name : names) {
            trackFor("Ada Admin", "acme", name);
        }
        return this;
    }

    /** Lets a tenant track a repository that it may track already. */
    public WorldBuilder trackFor(String tenant, String owner, String name) {
        HttpResponse<String> answer = admin.post(
                "/api/v1/repositories",
                "{\"owner\":\"%s\",\"name\":\"%s\",\"tenant\":%s}".formatted(owner, name, id(tenant)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
        String address = Objects.requireNonNull(Api.header(answer, "location"), answer.body());
        ids.put(name, address.substring(address.lastIndexOf('/') + 1));
        return this;
    }

    /** Collects everything and waits for the end. */
    public WorldBuilder collect() {
        admin.collect();
        return this;
    }

    /** Collects everything, unless all of these repositories were collected before. */
    public WorldBuilder collectOnce(String... names) {
        boolean known = Arrays.stream(names)
                .map(name -> admin.get("/api/v1/repositories/" + id(name) + "/window"))
                .noneMatch(window -> window.body().contains("\"points\":[]"));
        return known ? this : collect();
    }

    /** Imports days: lines of repository id, date, views, visitors, clones, cloners. */
    public WorldBuilder days(String lines) {
        done(200, admin.post("/api/v1/imports", "text/csv", HttpRequest.BodyPublishers.ofString(CSV + lines)));
        return this;
    }

    /** Returns the id of a tenant, user or repository by its name. */
    public String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    public World world() {
        return world;
    }

    private WorldBuilder made(String name, String path, String json) {
        HttpResponse<String> answer = done(201, admin.post(path, json));
        ids.put(name, String.valueOf(Api.json(answer).get("id")));
        return this;
    }

    private static HttpResponse<String> done(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
