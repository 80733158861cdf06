package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Response;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of rights, tried with every call that the API describes and every page, in each role, on what is one's own and on
 * what is another tenant's.
 */
class RightsIT {

    private static final String FOREIGN_NAME = "octo-dev/hello";
    private static final String FOREIGN_TENANT = "Somebody Else";
    private static final String NOTE = "{\"day\":\"2026-01-31\",\"text\":\"x\"}";
    private static final Set<Integer> REFUSALS = Set.of(403, 404);

    /** What somebody is. */
    private enum Who {
        STRANGER,
        ADMIN,
        SYSMAINT,
        TENANT,
        TENANTSTATS,
        REPOSTATS
    }

    /** What a call or page needs. */
    private enum Right {
        /** Everybody signed in; what is in the answer differs. */
        SIGNED_IN(EnumSet.allOf(Who.class)),
        /** To see the repository. */
        SEE(EnumSet.of(Who.TENANT, Who.TENANTSTATS, Who.REPOSTATS)),
        /** To manage the tenant or one of its repositories. */
        MANAGE(EnumSet.of(Who.TENANT)),
        /** To manage the tenant or to administer, which is about every tenant. */
        MANAGE_OR_ADMINISTER(EnumSet.of(Who.TENANT, Who.ADMIN)),
        /** To start collections and read their log. */
        COLLECT(EnumSet.of(Who.ADMIN, Who.SYSMAINT, Who.TENANT)),
        /** To administer the server. */
        ADMINISTER(EnumSet.of(Who.ADMIN)),
        /** A secret in the body lets in, whoever sends it. */
        SECRET(EnumSet.noneOf(Who.class));

        private final Set<Who> own;

        Right(Set<Who> own) {
            this.own = own;
        }

        boolean opens(Who who, boolean foreign) {
            boolean everywhere = this == SIGNED_IN
                    || this == ADMINISTER
                    || who == Who.ADMIN && this == MANAGE_OR_ADMINISTER
                    || this == COLLECT && who != Who.TENANT;
            return own.contains(who) && (!foreign || everywhere);
        }
    }

    /**
     * A call.
     *
     * @param template method and path, as OpenAPI names them
     * @param query what follows the path
     * @param body what is sent
     * @param tried whether it is also sent by those who may: not what would take away what the next one needs
     */
    private record Call(String template, Right right, String query, String body, boolean tried) {

        Call(String template, Right right) {
            this(template, right, "", "", true);
        }

        Call(String template, Right right, String body) {
            this(template, right, "", body, true);
        }

        static Call refusedOnly(String template, Right right, String query, String body) {
            return new Call(template, right, query, body, false);
        }

        boolean aboutSomething() {
            return template.contains("{id}");
        }
    }

    private static final List<Call> CALLS = List.of(
            new Call("GET /me", Right.SIGNED_IN),
            new Call("GET /repositories", Right.SIGNED_IN),
            new Call("POST /repositories", Right.MANAGE, "{\"owner\":\"acme\",\"name\":\"widgets\"}"),
            new Call("GET /repositories/discoverable", Right.MANAGE),
            new Call("GET /repositories/{id}", Right.SEE),
            Call.refusedOnly("DELETE /repositories/{id}", Right.MANAGE, "", ""),
            new Call("PUT /repositories/{id}/schedule", Right.MANAGE, "{\"schedule\":\"default\"}"),
            new Call("GET /repositories/{id}/traffic", Right.SEE),
            new Call("GET /repositories/{id}/window", Right.SEE),
            new Call("GET /repositories/{id}/markers", Right.SEE),
            new Call("GET /repositories/{id}/referrers", Right.SEE),
            new Call("GET /repositories/{id}/paths", Right.SEE),
            new Call("GET /repositories/{id}/popularity", Right.SEE),
            new Call("GET /repositories/{id}/releases", Right.SEE),
            new Call("GET /repositories/{id}/notes", Right.SEE),
            new Call("POST /repositories/{id}/notes", Right.MANAGE, NOTE),
            Call.refusedOnly("DELETE /repositories/{id}/notes/{note}", Right.MANAGE, "", ""),
            new Call("GET /repositories.csv", Right.SIGNED_IN),
            new Call("GET /traffic", Right.SIGNED_IN),
            new Call("GET /traffic.csv", Right.SIGNED_IN),
            new Call("POST /imports", Right.MANAGE, "no,import"),
            new Call("POST /collections", Right.COLLECT, "{}"),
            new Call("GET /collections", Right.COLLECT),
            new Call("GET /collections/{id}", Right.COLLECT),
            new Call("POST /events/collect", Right.SECRET, "{\"token\":\"none\"}"),
            new Call("GET /tokens", Right.SIGNED_IN),
            new Call("POST /tokens", Right.SIGNED_IN, "{\"name\":\"x\"}"),
            Call.refusedOnly("DELETE /tokens/{id}", Right.SIGNED_IN, "", ""),
            new Call("GET /tenants", Right.ADMINISTER),
            Call.refusedOnly("POST /tenants", Right.ADMINISTER, "", "{\"name\":\"x\",\"gitHubUser\":\"x\"}"),
            new Call("GET /tenants/{id}", Right.ADMINISTER),
            Call.refusedOnly("PUT /tenants/{id}", Right.ADMINISTER, "", "{\"name\":\"x\",\"gitHubUser\":\"x\"}"),
            Call.refusedOnly("DELETE /tenants/{id}", Right.ADMINISTER, "", ""),
            new Call("GET /tenants/{id}/discovery", Right.MANAGE),
            new Call("PUT /tenants/{id}/discovery", Right.MANAGE, "{\"rules\":[]}"),
            new Call("PUT /tenants/{id}/credential", Right.MANAGE_OR_ADMINISTER, "{\"token\":\"sandbox-token\"}"),
            new Call("GET /github-servers", Right.ADMINISTER),
            new Call("GET /github-servers/{id}", Right.ADMINISTER),
            Call.refusedOnly("POST /github-servers", Right.ADMINISTER, "", "{\"name\":\"github.example.com\"}"),
            Call.refusedOnly("DELETE /github-servers/{id}", Right.ADMINISTER, "", ""),
            new Call("POST /credentials/re-encryption", Right.ADMINISTER),
            new Call("GET /findings", Right.ADMINISTER),
            Call.refusedOnly("POST /findings/{kind}/repair", Right.ADMINISTER, "", ""),
            new Call("GET /takeover", Right.ADMINISTER),
            new Call("POST /takeover/approval", Right.ADMINISTER),
            new Call("GET /users", Right.ADMINISTER),
            new Call("POST /users", Right.ADMINISTER, "{\"email\":\"admin@example.com\"}"),
            new Call("GET /users/{id}", Right.ADMINISTER),
            new Call("PATCH /users/{id}", Right.ADMINISTER, "{}"),
            Call.refusedOnly("DELETE /users/{id}", Right.ADMINISTER, "", ""),
            new Call("GET /grants", Right.ADMINISTER, "?tenant=100", "", true),
            new Call("POST /grants", Right.ADMINISTER, "{\"user\":100,\"tenant\":100,\"role\":\"tenant\"}"),
            Call.refusedOnly("DELETE /grants", Right.ADMINISTER, "?user=100&tenant=100&role=tenant", ""),
            new Call("GET /audit", Right.ADMINISTER));

    private static final Map<String, Right> PAGES = Map.ofEntries(
            Map.entry("/profile", Right.SIGNED_IN),
            Map.entry("/search?q=hello", Right.SIGNED_IN),
            Map.entry("/search?q=users", Right.SIGNED_IN),
            Map.entry("/overview", Right.SIGNED_IN),
            Map.entry("/repository?id=REPOSITORY", Right.SEE),
            Map.entry("/daily", Right.SIGNED_IN),
            Map.entry("/weekly", Right.SIGNED_IN),
            Map.entry("/compare", Right.SIGNED_IN),
            Map.entry("/compare?repository=REPOSITORY", Right.SEE),
            Map.entry("/repositories", Right.MANAGE),
            Map.entry("/import", Right.MANAGE),
            Map.entry("/discover?tenant=TENANT", Right.MANAGE),
            Map.entry("/collections", Right.COLLECT),
            Map.entry("/collection?id=RUN", Right.COLLECT),
            Map.entry("/users", Right.ADMINISTER),
            Map.entry("/user?id=USER", Right.ADMINISTER),
            Map.entry("/tenants", Right.ADMINISTER),
            Map.entry("/github-servers", Right.ADMINISTER),
            Map.entry("/findings", Right.ADMINISTER),
            Map.entry("/tenant?tenant=TENANT", Right.ADMINISTER),
            Map.entry("/audit", Right.ADMINISTER));

    /** The numbers of what is one's own, or another's. */
    private record Ids(String repository, String tenant, String run, String user, String token, String note) {}

    private static World world;
    private static Api admin;
    private static Api viewer;
    private static String viewerId = "";
    private static Ids own = new Ids("", "", "", "", "", "");
    private static Ids foreign = own;

    @BeforeAll
    static void startSandbox() {
        WorldBuilder builder = WorldBuilder.anew()
                .user("viewer@example.com")
                .tenant(FOREIGN_TENANT, "octo-dev")
                .grant("admin@example.com", FOREIGN_TENANT, "tenant")
                .track("widgets")
                .trackFor(FOREIGN_TENANT, "octo-dev", "hello");
        world = builder.world();
        admin = world.api("admin@example.com");
        viewer = world.api("viewer@example.com");
        viewerId = builder.id("viewer@example.com");
        String tenant = builder.id(FOREIGN_TENANT);
        String widgets = builder.id("widgets");
        String hello = builder.id("hello");
        become(Who.TENANT);
        own = new Ids(widgets, "100", run(viewer, widgets), viewerId, token(viewer), note(admin, widgets));
        foreign = new Ids(hello, tenant, run(admin, hello), "100", token(admin), note(admin, hello));
    }

    private static String made(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return String.valueOf(Api.json(response).get("id"));
    }

    private static String run(Api starter, String repository) {
        HttpResponse<String> started = starter.post("/api/v1/collections", "{\"repository\":" + repository + "}");
        Map<String, Object> run = admin.finished(Objects.requireNonNull(Api.header(started, "location")));
        assertThat(run).containsEntry("state", "finished").containsEntry("failed", 0L);
        return String.valueOf(run.get("id"));
    }

    private static String note(Api writer, String repository) {
        return made(writer.post("/api/v1/repositories/" + repository + "/notes", NOTE));
    }

    private static String token(Api owner) {
        HttpResponse<String> response = owner.post("/api/v1/tokens", "{\"name\":\"x\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(Api.json(response).get("item"))).get("id"));
    }

    @Test
    void everyCallThatIsDescribedIsInTheTable() {
        HttpResponse<String> response = admin.anonymous("/openapi?format=JSON");
        Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(Api.json(response).get("paths"));
        List<String> described = new ArrayList<>();
        paths.forEach((path, operations) -> ((Map<?, ?>) operations)
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(key -> key.matches("get|put|post|delete|patch"))
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                                + String.valueOf(path).replaceFirst("^/api/v1", ""))));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        CALLS.stream().map(Call::template).toList());
    }

    @TestFactory
    Stream<DynamicTest> callsAnswerWhatTheTableOfRightsSays() {
        return Stream.of(Who.values())
                .map(who -> dynamicTest(who.name(), () -> {
                    become(who);
                    for (Call call : CALLS) {
                        check(who, call, false);
                        if (call.aboutSomething()) {
                            check(who, call, true);
                        }
                    }
                }));
    }

    /** Pages that say the same to everybody who is signed in, and to some even who are not. */
    private static final Set<String> FOR_ALL = Set.of("index", "signed-out", "problem", "no-rights", "set-up");

    @Test
    void everyPageIsInTheTable() throws IOException {
        Path pages = Path.of(System.getProperty("project.directory", "")).resolve("src/main/webapp");
        try (Stream<Path> files = Files.list(pages)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".xhtml"))
                            .map(name -> name.replace(".xhtml", ""))
                            .filter(name -> !FOR_ALL.contains(name))
                            .map(name -> "/" + name))
                    .containsExactlyInAnyOrderElementsOf(PAGES.keySet().stream()
                            .map(page -> page.replaceAll("\\?.*", ""))
                            .distinct()
                            .toList());
        }
    }

    private static void check(Who who, Call call, boolean another) {
        Ids ids = another ? foreign : own;
        String[] parts = call.template().split(" ");
        String path = (call.aboutSomething()
                        ? parts[1].replace("{id}", id(parts[1], ids)).replace("{note}", ids.note())
                        : parts[1].replace("{kind}", "role-for-nobody"))
                + call.query();
        String what = who + " " + parts[0] + " " + path + (another ? " of another" : "");
        boolean foreignToken = another && parts[1].startsWith("/tokens");
        boolean opens = call.right().opens(who, another) && !foreignToken;
        if (opens && !call.tried()) {
            return;
        }
        HttpResponse<String> response = send(parts[0], "/api/v1" + path, call.body());
        if (opens) {
            assertThat(response.statusCode()).as(what).isLessThan(500).isNotIn(401, 403, 404);
        } else {
            assertThat(response.statusCode()).as(what + " " + response.body()).isIn(REFUSALS);
            assertThat(Api.header(response, "content-type")).as(what).startsWith("application/problem+json");
        }
        if (another && call.right() == Right.SEE) {
            assertThat(response.statusCode()).as(what).isEqualTo(404);
        }
        hidesTheOther(who, what, response.body());
    }

    private static String id(String path, Ids ids) {
        return switch (path.split("/")[1]) {
            case "repositories" -> ids.repository();
            case "tenants" -> ids.tenant();
            case "collections" -> ids.run();
            case "users" -> ids.user();
            case "tokens" -> ids.token();
            case "github-servers" -> "1";
            default -> throw new AssertionError("What is the id in " + path + "?");
        };
    }

    /**
     * Administrators and maintainers are told what there is, though not its numbers; and what one's own credential can read is
     * listed, whoever tracks it.
     */
    private static void hidesTheOther(Who who, String what, String body) {
        if (who != Who.ADMIN && who != Who.SYSMAINT) {
            assertThat(body).as(what).doesNotContain(FOREIGN_TENANT);
            if (!what.contains("discover")) {
                assertThat(body).as(what).doesNotContain(FOREIGN_NAME);
            }
        }
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        String type = path.startsWith("/api/v1/imports") ? "text/csv" : "application/json";
        return viewer.with(HttpRequest.newBuilder(URI.create(world.sandbox().url() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @TestFactory
    Stream<DynamicTest> pagesAnswerWhatTheTableOfRightsSays() {
        return Stream.of(Who.values())
                .map(who -> dynamicTest(who.name(), () -> {
                    become(who);
                    try (Visitor vera = world.signedIn("viewer@example.com")) {
                        for (Map.Entry<String, Right> page : PAGES.entrySet()) {
                            look(who, vera, page.getKey(), page.getValue(), false);
                            if (page.getKey().contains("=")) {
                                look(who, vera, page.getKey(), page.getValue(), true);
                            }
                        }
                    }
                }));
    }

    private static void look(Who who, Visitor vera, String page, Right right, boolean another) {
        Ids ids = another ? foreign : own;
        String path = page.replace("REPOSITORY", ids.repository())
                .replace("TENANT", ids.tenant())
                .replace("RUN", ids.run())
                .replace("USER", ids.user());
        Response response =
                Objects.requireNonNull(vera.page().navigate(world.sandbox().url() + path));
        String what = who + " " + path + (another ? " of another" : "");
        if (right.opens(who, another)) {
            assertThat(response.status()).as(what).isEqualTo(200);
        } else {
            assertThat(response.status()).as(what).isIn(REFUSALS);
        }
        hidesTheOther(who, what, vera.page().content());
    }

    private static void become(Who who) {
        HttpResponse<String> me = admin.get("/api/v1/users/" + viewerId);
        for (Object one : (List<?>) Objects.requireNonNull(Api.json(me).get("grants"))) {
            Map<?, ?> grant = (Map<?, ?>) one;
            Object opened = grant.get("repository");
            admin.delete("/api/v1/grants?user=" + viewerId + "&tenant=" + grant.get("tenant") + "&role="
                    + grant.get("role") + (opened == null ? "" : "&repository=" + opened));
        }
        String roles = who == Who.ADMIN ? "\"admin\"" : who == Who.SYSMAINT ? "\"sysmaint\"" : "";
        assertThat(admin.patch("/api/v1/users/" + viewerId, "{\"roles\":[" + roles + "]}")
                        .statusCode())
                .isEqualTo(200);
        if (who.compareTo(Who.TENANT) >= 0) {
            String role = who.name().toLowerCase(java.util.Locale.ROOT);
            String opened = who == Who.REPOSTATS ? ",\"repository\":" + own.repository() : "";
            assertThat(admin.post(
                                    "/api/v1/grants",
                                    "{\"user\":" + viewerId + ",\"tenant\":100,\"role\":\"" + role + "\"" + opened
                                            + "}")
                            .statusCode())
                    .isEqualTo(204);
        }
    }
}
