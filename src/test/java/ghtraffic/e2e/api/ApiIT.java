package ghtraffic.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.standin.faults.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API as a script meets it: bearer tokens, answers, problems. */
@ExtendWith(SharedWorld.class)
class ApiIT {

    private static final String SEED = "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n";

    private static final String UNTRACKED = "load-0777";

    private final World world;
    private final Api admin;
    private final Api stranger;

    ApiIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
        this.stranger = world.api("stranger@example.com");
    }

    @BeforeEach
    @AfterEach
    void healGitHub() {
        world.sandbox().gitHub().recover();
    }

    @Test
    void tellsWhoTheCallerIs() {
        Map<String, Object> me = Api.json(admin.get("/api/v1/me"));
        assertThat(me).containsEntry("email", "admin@example.com").containsEntry("name", "Ada Admin");
        assertThat(me.get("roles")).isEqualTo(List.of("admin", "tenant"));
        assertThat(Api.json(stranger.get("/api/v1/me")).get("roles")).isEqualTo(List.of());
    }

    @Test
    void wantsAToken() {
        HttpResponse<String> response = admin.anonymous("/api/v1/me");
        isProblem(response, 401, "bearer token");
        assertThat(Api.header(response, "www-authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not.a.token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbkBleGFtcGxlLmNvbSJ9."})
    void refusesATokenThatTheProviderDidNotSign(String token) {
        HttpResponse<String> response =
                admin.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/api/v1/me"))
                        .header("Authorization", "Bearer " + token));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("<html");
    }

    @Test
    void refusesAnAddressThatTheProviderDoesNotVouchFor() {
        isProblem(world.api("unverified@example.com").get("/api/v1/me"), 403, "not verified");
    }

    @Test
    void tracksListsAndForgetsARepository() {
        HttpResponse<String> added = add("octo-dev", "HELLO");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String address = URI.create(Objects.requireNonNull(Api.header(added, "location")))
                .getPath();
        assertThat(Api.json(admin.get(address)))
                .containsEntry("owner", "octo-dev")
                .containsEntry("name", "hello")
                .containsEntry("githubId", 2001L)
                .containsEntry("server", "github.com");
        HttpResponse<String> again = add("octo-dev", "hello");
        isProblem(again, 409, "tracked already");
        assertThat(Api.header(again, "location")).endsWith(address);
        assertThat(admin.get("/api/v1/repositories?q=HELL").body()).contains("\"hello\"");
        assertThat(admin.get("/api/v1/repositories?q=%25").body()).doesNotContain("hello");
        assertThat(admin.get("/api/v1/repositories.csv").body())
                .startsWith("RID,ORGNAME,REPONAME\r\n")
                .contains(",octo-dev,hello\r\n");
        assertThat(admin.delete(address).statusCode()).isEqualTo(204);
        isProblem(admin.get(address), 404, "no repository");
        isProblem(admin.delete(address), 404, "no repository");
    }

    @Test
    void findsARenamedRepositoryUnderItsNewName() {
        HttpResponse<String> added = add("acme", "old-name");
        assertThat(Api.json(added)).containsEntry("name", "renamed");
        isProblem(add("acme", "renamed"), 409, "tracked already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme     | unknown      | 422 | no such repository",
                "acme     | forbidden    | 422 | Must have push access",
                "ac/me    | widgets      | 400 | owner",
                "acme     | wid gets     | 400 | name",
                "''       | widgets      | 400 | owner",
                "acme     | ..           | 400 | name",
            })
    void refusesNamesWithAReason(String owner, String name, int status, String reason) {
        isProblem(add(owner, name), status, reason);
    }

    @Test
    void refusesBodiesThatAreNone() {
        isProblem(admin.post("/api/v1/repositories", "{"), 400, "");
        isProblem(admin.post("/api/v1/repositories", ""), 400, "");
        isProblem(admin.post("/api/v1/repositories", "{\"owner\":\"acme\"}"), 400, "name");
        isProblem(add("acme", "x".repeat(300)), 400, "at most 100");
        isProblem(add("acme", "x".repeat(100_000)), 400, "name");
    }

    @Test
    void saysWhatIsWrongWithGitHubWhenARepositoryIsAdded() {
        Map<Failure, String> failures = Map.of(
                Failure.of(Failure.Kind.DOWN), "cannot be reached",
                Failure.of(Failure.Kind.STATUS_500), "status 500",
                Failure.of(Failure.Kind.STATUS_502_HTML), "status 502",
                Failure.of(Failure.Kind.HTML_200), "documentation",
                Failure.of(Failure.Kind.TRUNCATED_JSON), "documentation",
                Failure.of(Failure.Kind.RATE_LIMIT_429).withDelay(Duration.ZERO), "rate limit");
        failures.forEach((failure, reason) -> {
            world.sandbox().gitHub().fail(failure);
            isProblem(add("acme", UNTRACKED), 503, reason);
        });
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.BAD_TOKEN_401));
        isProblem(add("acme", UNTRACKED), 422, "does not accept the token");
        assertThat(admin.get("/api/v1/repositories?q=" + UNTRACKED).body()).contains("\"total\":0");
    }

    @Test
    void waitsForASlowGitHub() {
        world.sandbox()
                .gitHub()
                .fail(Failure.of(Failure.Kind.SLOW).below("/repositories/1010").withDelay(Duration.ofSeconds(3)));
        assertThat(add("acme", "forked").statusCode()).isEqualTo(201);
    }

    @Test
    void collectsAndGivesTheNumbersOfDays() {
        String address = tracked("acme", "quiet");
        int id = id(address);
        Map<String, Object> run = collect(id);
        assertThat(run)
                .containsEntry("state", "finished")
                .containsEntry("done", 1L)
                .containsEntry("failed", 0L);
        Map<String, Object> traffic = Api.json(admin.get(address + "/traffic?from=2026-01-10&to=2026-01-31"));
        List<?> points = (List<?>) Objects.requireNonNull(traffic.get("points"));
        assertThat(points).hasSize(22);
        assertThat(point(points, 0)).containsEntry("date", "2026-01-10").containsEntry("views", null);
        assertThat(points.stream().skip(8))
                .as("collected days have values, quiet ones zeros")
                .allSatisfy(
                        point -> assertThat(((Map<?, ?>) point).get("views")).isNotNull())
                .anySatisfy(
                        point -> assertThat(((Map<?, ?>) point).get("views")).isEqualTo(0L));
        assertThat(point(points, 21)).containsEntry("partial", true);
        assertThat(point(points, 20)).containsEntry("partial", false);
        Map<String, Object> week = point(
                (List<?>) Objects.requireNonNull(
                        Api.json(admin.get(address + "/traffic?from=2026-01-19&to=2026-01-25&interval=week"))
                                .get("points")),
                0);
        assertThat(week.get("date")).isEqualTo("2026-01-19");
        assertThat(week.get("visitors")).as("GitHub's own figure of the week").isNotNull();
        Map<String, Object> month = point(
                (List<?>) Objects.requireNonNull(
                        Api.json(admin.get(address + "/traffic?from=2026-01-01&to=2026-01-31&interval=month"))
                                .get("points")),
                0);
        assertThat(month.get("visitors")).as("uniques of days do not add up").isNull();
    }

    @Test
    void collectingTwiceInOneHourChangesNothing() {
        String address = tracked("acme", "gadgets");
        collect(id(address));
        String first =
                admin.get("/api/v1/traffic.csv?repository=" + id(address)).body();
        assertThat(first.lines().count()).isEqualTo(16);
        collect(id(address));
        assertThat(admin.get("/api/v1/traffic.csv?repository=" + id(address)).body())
                .isEqualTo(first);
    }

    @Test
    void keepsWhatWasCollectedWhenGitHubFailsAndSaysWhy() {
        String address = tracked("acme", "museum");
        collect(id(address));
        String before = admin.get(address + "/traffic").body();
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500).below("/repos/acme/museum/traffic/clones"));
        Map<String, Object> run = collect(id(address));
        assertThat(run).as("the other parts came").containsEntry("failed", 0L).containsEntry("done", 1L);
        assertThat(String.valueOf(run.get("errors")))
                .contains("acme/museum")
                .contains("Clones")
                .contains("status 500");
        assertThat(admin.get(address).body()).contains("\"state\":\"partly\"").contains("status 500");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500).below("/repos/acme/museum/traffic"));
        assertThat(collect(id(address))).containsEntry("failed", 1L);
        assertThat(admin.get(address).body()).contains("\"state\":\"failed\"").contains("status 500");
        assertThat(admin.get(address + "/traffic").body()).isEqualTo(before);
        world.sandbox().gitHub().recover();
        collect(id(address));
        assertThat(admin.get(address).body()).contains("\"state\":\"ok\"");
    }

    @Test
    void oneCollectionRunsAtATime() {
        int id = id(tracked("acme", "young"));
        world.sandbox()
                .gitHub()
                .fail(Failure.of(Failure.Kind.SLOW).below("/repositories/1004").withDelay(Duration.ofSeconds(2)));
        HttpResponse<String> first = start(id);
        assertThat(first.statusCode()).isEqualTo(202);
        HttpResponse<String> second = start(id);
        isProblem(second, 409, "runs already");
        assertThat(Api.header(second, "location")).isEqualTo(Api.header(first, "location"));
        admin.finished(Objects.requireNonNull(Api.header(first, "location")));
    }

    @ParameterizedTest
    @CsvSource({
        "/traffic?from=2026-02-31, from",
        "/traffic?from=yesterday, from",
        "/traffic?to=-999999999-01-01, to",
        "/traffic?from=2026-02-01&to=2026-01-01, to",
        "/traffic?from=2001-01-01&to=2026-01-01, from",
        "/traffic?interval=year, interval",
    })
    void namesTheFieldThatIsWrong(String query, String field) {
        String address = tracked("acme", "gadgets");
        HttpResponse<String> response = admin.get(address + query);
        isProblem(response, 400, field);
        assertThat(response.body()).contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=501", "page=-1"})
    void boundsLists(String query) {
        isProblem(admin.get("/api/v1/repositories?" + query), 400, query.replaceFirst("=.*", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "repositories?page=one, page",
        "repositories?size=, size",
        "repositories?tenant=me, tenant",
        "collections?page=1.5, page",
        "repositories.csv?tenant=99999999999, tenant",
        "traffic.csv?repository=1&repository=x, repository",
    })
    void namesTheParameterThatIsNoNumber(String query, String field) {
        HttpResponse<String> response = admin.get("/api/v1/" + query);
        isProblem(response, 400, "whole number");
        assertThat(response.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void leadsThroughLongLists() {
        tracked("acme", "gadgets");
        tracked("acme", "museum");
        assertThat(Api.header(admin.get("/api/v1/repositories?size=1"), "link"))
                .contains("rel=\"next\"")
                .contains("page=1");
    }

    @Test
    void answersUnknownIdsAndThoseOfOthersAlike() {
        String address = tracked("acme", "gadgets");
        for (String path : List.of(address, address + "/traffic")) {
            isProblem(stranger.get(path), 404, "no repository");
            isProblem(admin.get(path.replace(String.valueOf(id(address)), "99999999")), 404, "no repository");
        }
        isProblem(stranger.delete(address), 404, "no repository");
        isProblem(stranger.post("/api/v1/collections", "{\"repository\":" + id(address) + "}"), 404, "no repository");
        isProblem(stranger.get("/api/v1/traffic.csv?repository=" + id(address)), 404, "no such repository");
        assertThat(stranger.get("/api/v1/traffic.csv").body().lines().count()).isEqualTo(1);
        isProblem(stranger.post("/api/v1/collections", "{}"), 403, "manage");
        isProblem(stranger.get("/api/v1/collections"), 403, "role");
        isProblem(stranger.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"quiet\"}"), 403, "role");
        isProblem(admin.get("/api/v1/collections/99999999"), 404, "no collection");
        isProblem(admin.get("/api/v1/nothing"), 404, "");
        isProblem(admin.get("/api/v1/repositories/abc"), 404, "");
    }

    @Test
    void importsAFileAndTakesItsOwnExportBack() {
        int id = id(tracked("acme", "gadgets"));
        String file = SEED + id + ",2020-05-01,10,5,3,2\n" + id + ",2020-05-03,0,0,0,0\n";
        assertThat(Api.json(load("", "text/csv", file)))
                .containsEntry("read", 2L)
                .containsEntry("inserted", 2L)
                .containsEntry("raised", 0L)
                .containsEntry("unchanged", 0L)
                .containsEntry("rejected", List.of());
        String range = "/api/v1/traffic.csv?from=2020-05-01&to=2020-05-31&repository=" + id;
        String exported = admin.get(range).body();
        assertThat(exported).contains(id + ",2020-05-01,10,5,3,2,acme,gadgets,0\r\n");
        for (String type : List.of("text/csv; charset=utf-8", "text/plain", "application/octet-stream")) {
            assertThat(Api.json(load("", type, exported))).containsEntry("unchanged", 2L);
        }
        String form = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"traffic.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + exported + "\r\n--limit--\r\n";
        assertThat(Api.json(load("?format=native", "multipart/form-data; boundary=limit", form)))
                .containsEntry("unchanged", 2L);
        isProblem(
                load("", "multipart/form-data; boundary=limit", form.replace("\"file\"", "\"text\"")),
                400,
                "no part called file");
        isProblem(load("", "multipart/form-data", form), 400, "cannot be read");
        String other = "time_iso8601,clones_total,clones_unique,views_total,views_unique\n"
                + "2020-05-01 00:00:00+00:00,4,1,,\n";
        assertThat(Api.json(load("?format=github-repo-stats&repository=" + id, "text/csv", other)))
                .containsEntry("raised", 1L);
        assertThat(admin.get(range).body()).contains(id + ",2020-05-01,10,5,4,2,acme,gadgets,0\r\n");
        isProblem(load("", "text/csv", other), 400, "\"field\":\"repository\"");
    }

    @Test
    void importsNothingOfAFileWithAWrongLine() {
        int id = id(tracked("acme", "gadgets"));
        HttpResponse<String> refused =
                load("", "text/csv", SEED + id + ",2020-06-01,10,5,3,2\n" + id + ",2020-06-02,1,x,0,0\n");
        isProblem(refused, 422, "One line is wrong");
        assertThat(Api.json(refused))
                .containsEntry("title", "Unprocessable Content")
                .containsEntry("read", 2L)
                .containsEntry("inserted", 0L)
                .containsEntry("raised", 0L)
                .containsEntry("unchanged", 0L)
                .containsEntry("rejected", List.of(Map.of("line", 3L, "reason", "VUNIQUES is no whole number: x")));
        assertThat(admin.get("/api/v1/traffic.csv?from=2020-06-01&to=2020-06-30&repository=" + id)
                        .body()
                        .lines())
                .hasSize(1);
        isProblem(load("", "text/csv", ""), 422, "empty");
        isProblem(load("?format=xml", "text/csv", SEED), 400, "\"field\":\"format\"");
    }

    @Test
    void importsOnlyWhatOneMaySendAndManages() {
        int id = id(tracked("acme", "gadgets"));
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(
                        URI.create(world.sandbox().url() + "/api/v1/imports"))
                .header("Content-Type", "text/csv")
                .header("Origin", world.sandbox().url())
                .POST(HttpRequest.BodyPublishers.ofString(SEED));
        isProblem(admin.raw(unsigned), 401, "bearer token");
        HttpRequest.BodyPublisher line = HttpRequest.BodyPublishers.ofString(SEED + id + ",2020-07-01,10,5,3,2\n");
        isProblem(stranger.post("/api/v1/imports", "text/csv", line), 403, "tenant");
        isProblem(stranger.post("/api/v1/imports?repository=" + id, "text/csv", line), 403, "tenant");
        isProblem(load("?repository=99999999", "text/csv", SEED), 404, "no repository 99999999");
        isProblem(load("", "text/csv", SEED + "99999999,2020-07-01,1,1,1,1\n"), 422, "RID 99999999 is no repository");
        isProblem(load("", "application/json", "{}"), 415, "text/csv");
        isProblem(load("", "application/xml", "<a/>"), 415, "text/csv");
    }

    /** Sent in pieces, without a length. */
    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "multipart/form-data; boundary=limit"})
    void importsNoMoreThanTwentyMegabytes(String type) {
        byte[] line = "99999999,2020-07-01,1,1,1,1\n".getBytes(StandardCharsets.UTF_8);
        boolean form = !type.startsWith("text/");
        String start = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + SEED;
        List<byte[]> pieces = new ArrayList<>();
        pieces.add((form ? start : SEED).getBytes(StandardCharsets.UTF_8));
        pieces.addAll(Collections.nCopies(22 * 1024 * 1024 / line.length, line));
        pieces.add((form ? "\r\n--limit--\r\n" : "").getBytes(StandardCharsets.UTF_8));
        isProblem(admin.post("/api/v1/imports", type, HttpRequest.BodyPublishers.ofByteArrays(pieces)), 413, "20 MB");
    }

    @Test
    void takesChangesOnlyFromItsOwnPages() {
        URI address = URI.create(world.sandbox().url() + "/api/v1/collections");
        HttpResponse<String> foreign = admin.raw(HttpRequest.newBuilder(address)
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("<html");
    }

    @Test
    void describesItselfAndItsHealth() {
        assertThat(admin.anonymous("/openapi").body())
                .contains("/api/v1/repositories/{id}/traffic")
                .contains("/api/v1/collections")
                .contains("/api/v1/imports")
                .doesNotContain("/sandbox");
        assertThat(admin.anonymous("/health/ready").body()).contains("\"UP\"").contains("database");
        assertThat(admin.anonymous("/openapi/ui/").statusCode()).isEqualTo(200);
        assertThat(admin.anonymous("/metrics").statusCode()).isEqualTo(401);
        assertThat(admin.anonymous("/health").body())
                .contains("\"name\":\"collection\"", "\"repositories\":", "\"failing\":", "\"waiting\":");
        admin.track("gadgets");
        admin.collect();
        assertThat(admin.anonymous("/health").body()).contains("\"secondsSinceLastSuccess\":");
        HttpResponse<String> metrics = admin.get("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .containsPattern("(?m)^collection_runs\\{[^}]*} [1-9]")
                .containsPattern("(?m)^collection_repositories\\{[^}]*} [1-9]")
                .containsPattern("(?m)^collection_seconds_since_last_success\\{[^}]*} \\d")
                .containsPattern("(?m)^github_requests\\{[^}]*} [1-9]")
                .containsPattern("(?m)^github_remaining\\{[^}]*} [1-9]")
                .containsPattern("(?m)^REST_request_seconds_count\\{[^}]*} [1-9]")
                .as("a quantile costs 300 kB for every method of the API")
                .doesNotContain("quantile=");
        assertThat(stranger.get("/metrics").statusCode()).isEqualTo(403);
        try (Visitor browser = world.signedIn("admin@example.com")) {
            browser.open("/metrics");
            assertThat(browser.page().content()).contains("collection_runs");
        }
    }

    @Test
    void movesTheClockAndEmptiesTheSandboxForAdministratorsOnly() {
        assertThat(stranger.put("/sandbox/clock", "{\"now\": \"2026-01-31T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.delete("/sandbox/data").statusCode()).isEqualTo(403);
        assertThat(admin.put("/sandbox/clock", "{\"now\": \"soon\"}").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> add(String owner, String name) {
        return admin.post("/api/v1/repositories", "{\"owner\":\"%s\",\"name\":\"%s\"}".formatted(owner, name));
    }

    /** The address of a repository, tracked now or before. */
    private String tracked(String owner, String name) {
        HttpResponse<String> response = add(owner, name);
        return URI.create(Objects.requireNonNull(Api.header(response, "location"), response.body()))
                .getPath();
    }

    private HttpResponse<String> load(String query, String type, String body) {
        return admin.post("/api/v1/imports" + query, type, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> start(int id) {
        return admin.post("/api/v1/collections", "{\"repository\":" + id + "}");
    }

    private Map<String, Object> collect(int id) {
        HttpResponse<String> response = start(id);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return admin.finished(Objects.requireNonNull(Api.header(response, "location")));
    }

    private static int id(String address) {
        return Integer.parseInt(address.replaceFirst(".*/", ""));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> point(List<?> points, int index) {
        return (Map<String, Object>) points.get(index);
    }

    private static void isProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Api.header(response, "content-type")).startsWith("application/problem+json");
        assertThat(Api.json(response)).containsKeys("type", "title", "detail").containsEntry("status", (long) status);
        assertThat(response.body()).contains(detail);
    }
}
