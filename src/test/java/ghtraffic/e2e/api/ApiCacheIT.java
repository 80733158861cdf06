package ghtraffic.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers of the API may keep, and how they ask whether it changed. */
@ExtendWith(SharedWorld.class)
class ApiCacheIT {

    private static final String ME = "/api/v1/me";

    private final World world;
    private final Api admin;
    private final Api stranger;

    ApiCacheIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
        this.stranger = world.api("stranger@example.com");
    }

    @Test
    void whatIsReadHasATagAndIsTheCallersOwn() {
        HttpResponse<String> first = admin.get(ME);
        isTagged(first, tag(first));
        assertThat(tag(first)).matches("W/\"[A-Za-z0-9_-]{43}\"");
        assertThat(tag(admin.get(ME))).isEqualTo(tag(first));
        assertThat(tag(stranger.get(ME))).isNotEqualTo(tag(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\",W/\"c\" , W/%s", "*"})
    void whatTheCallerHasIsNotSentAgain(String known) {
        String tag = tag(admin.get(ME));
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = admin.read(method, ME, "If-None-Match", known.formatted(tag.substring(2)));
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            isTagged(answer, tag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "other", "", "\"*\"", "\"\""})
    void whatTheCallerDoesNotHaveIsSent(String known) {
        HttpResponse<String> answer = admin.read("GET", ME, "If-None-Match", known);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("admin@example.com");
    }

    @Test
    void whatAnotherHasIsNoProofForHim() {
        HttpResponse<String> answer = stranger.read("GET", ME, "If-None-Match", tag(admin.get(ME)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("stranger@example.com");
    }

    @Test
    void theHeadIsThatOfTheWhole() {
        HttpResponse<String> whole = admin.get(ME);
        HttpResponse<String> head = admin.read("HEAD", ME, "Accept", "application/json");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        isTagged(head, tag(whole));
        assertThat(Api.header(head, "content-length"))
                .isEqualTo(String.valueOf(whole.body().length()));
    }

    @Test
    void aChangedAnswerHasAnotherTag() {
        String path = "/api/v1/repositories?q=load-0778";
        String before = tag(admin.get(path));
        HttpResponse<String> added = admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-0778\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        HttpResponse<String> after = admin.read("GET", path, "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("\"total\":1");
        admin.delete(URI.create(Objects.requireNonNull(Api.header(added, "location")))
                .getPath());
        assertThat(admin.read("GET", path, "If-None-Match", before).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/traffic.csv", "/api/v1/repositories.csv"})
    void filesAreStreamedAndNotKept(String path) {
        HttpResponse<String> file = admin.read("GET", path, "If-None-Match", "*");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("RID,");
        isNotKept(file);
        HttpResponse<String> head = admin.read("HEAD", path, "If-None-Match", "*");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        isNotKept(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/repositories/99999999", "/api/v1/repositories?size=0", "/api/v1/none", "/api/none"})
    void errorsAreNotKept(String path) {
        HttpResponse<String> error = admin.read("GET", path, "If-None-Match", "*");
        assertThat(error.statusCode()).isBetween(400, 499);
        assertThat(Api.header(error, "content-type")).startsWith("application/problem+json");
        isNotKept(error);
        isNotKept(admin.anonymous(ME));
    }

    @Test
    void answersToChangesAreNotKept() {
        isNotKept(admin.post("/api/v1/repositories", "{}"));
        isNotKept(admin.delete("/api/v1/repositories/99999999"));
        isNotKept(world.api("unverified@example.com").get(ME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/app.css", "/assets/chart.js", "/openapi"})
    void whatIsLargeIsSentCompressedToWhoeverTakesIt(String path) {
        assertThat(Api.header(admin.read("GET", path, "Accept-Encoding", "gzip"), "content-encoding"))
                .isEqualTo("gzip");
        HttpResponse<String> plain = admin.get(path);
        assertThat(plain.headers().allValues("content-encoding")).isEmpty();
        assertThat(plain.headers().allValues("vary")).anyMatch(vary -> vary.contains("Accept-Encoding"));
    }

    @Test
    void whatPagesLookLikeIsKeptForGoodUnderTheAddressOfItsContents() {
        List<String> addresses = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(admin.get("/compare").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses).hasSizeGreaterThan(4).anyMatch(address -> address.startsWith("/assets/app.css?v="));
        for (String address : addresses) {
            HttpResponse<String> answer = admin.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(Api.header(answer, "cache-control"))
                    .as(address)
                    .isEqualTo("public, max-age=31536000, immutable");
        }
        for (String address : List.of("/assets/app.css", "/assets/app.css?v=0123456789abcdef", "/assets/app.css?v=")) {
            assertThat(Api.header(admin.get(address), "cache-control"))
                    .as(address)
                    .isEqualTo("private, no-cache");
        }
    }

    private static String tag(HttpResponse<?> answer) {
        return Objects.requireNonNull(Api.header(answer, "etag"));
    }

    private static void isTagged(HttpResponse<?> answer, String tag) {
        assertThat(answer.headers().allValues("etag")).containsExactly(tag);
        assertThat(answer.headers().allValues("cache-control")).containsExactly("private, no-cache");
        assertThat(answer.headers().allValues("vary"))
                .singleElement()
                .asString()
                .startsWith("Cookie, Authorization");
    }

    private static void isNotKept(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("etag")).isEmpty();
    }
}
