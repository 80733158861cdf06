package ghtraffic.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is collected beside views and clones, as a script reads it. The clock stands at 2026-01-31. */
@ExtendWith(SharedWorld.class)
class SeriesApiIT {

    private static final Set<String> UNIQUES = Set.of("visitors", "cloners");

    private final Api admin;
    private final World world;
    private final Api stranger;
    private String address = "";

    SeriesApiIT(World world) {
        this.world = world;
        world.sandbox().gitHub().recover();
        this.admin = world.api("admin@example.com");
        this.stranger = world.api("stranger@example.com");
    }

    @BeforeEach
    void oneIsCollected() {
        WorldBuilder builder = WorldBuilder.in(world).track("gadgets").collectOnce("gadgets");
        address = "/api/v1/repositories/" + builder.id("gadgets");
    }

    @Test
    void theWindowHasAPointForEachCollectedDay() {
        Map<String, Object> window = read(address + "/window?from=2026-01-01&to=2026-01-31");
        assertThat(window).containsEntry("repository", (long) id()).containsEntry("from", "2026-01-01");
        Map<String, Object> point = only(window, "points");
        assertThat(point).containsEntry("date", "2026-01-31");
        assertThat((Long) point.get("views")).isPositive();
        assertThat((Long) point.get("visitors")).isPositive().isLessThan((Long) point.get("views"));
        assertThat((Long) point.get("clones")).isPositive();
        assertThat((Long) point.get("cloners")).isPositive();
        assertThat(elements(read(address + "/window?to=2026-01-30"), "points")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/referrers, referrer", "/paths, path"})
    void aListIsTheNewestUnlessAnotherDayIsAskedFor(String path, String field) {
        Map<String, Object> newest = read(address + path);
        assertThat(newest).containsEntry("on", "2026-01-31");
        assertThat(elements(newest, "items")).hasSizeBetween(1, 10).allSatisfy(item -> {
            assertThat(item.get(field)).isInstanceOf(String.class);
            assertThat((Long) item.get("count")).isGreaterThanOrEqualTo((Long) item.get("uniques"));
        });
        assertThat(read(address + path + "?on=2026-02-05")).isEqualTo(newest);
        assertThat(elements(read(address + path + "?from=2026-01-01&to=2026-01-31"), "snapshots"))
                .containsExactly(newest);
        assertThat(elements(read(address + path + "?to=2026-01-30"), "snapshots"))
                .isEmpty();
        isProblem(admin.get(address + path + "?on=2026-01-30"), 404, "up to 2026-01-30");
    }

    @Test
    void popularityHasAPointForEachCollectedDay() {
        Map<String, Object> popularity = read(address + "/popularity?from=2026-01-01&to=2026-01-31");
        assertThat(popularity).containsEntry("repository", (long) id()).containsEntry("to", "2026-01-31");
        Map<String, Object> point = only(popularity, "points");
        assertThat(point).containsEntry("date", "2026-01-31").containsKeys("forks", "watchers", "openIssues");
        assertThat((Long) point.get("stars")).isPositive();
        assertThat(elements(read(address + "/popularity?to=2026-01-30"), "points"))
                .isEmpty();
    }

    @Test
    void whatWasEarlierStandsBesideEachPoint() {
        Map<String, Object> series = read(address + "/traffic?from=2026-01-25&to=2026-01-31&compare=previous");
        Map<?, ?> compared = (Map<?, ?>) Objects.requireNonNull(series.get("compared"));
        assertThat(compared.get("days"))
                .as("six days that are over need a week")
                .isEqualTo(7L);
        Map<String, Object> week = read(address + "/traffic?from=2026-01-18&to=2026-01-24");
        List<?> earlier = (List<?>) Objects.requireNonNull(compared.get("points"));
        assertThat(earlier).hasSize(7);
        for (int i = 0; i < 7; i++) {
            Map<?, ?> point = (Map<?, ?>) earlier.get(i);
            assertThat(point.get("date"))
                    .isEqualTo(elements(series, "points").get(i).get("date"));
            assertThat(point.get("views"))
                    .isEqualTo(elements(week, "points").get(i).get("views"));
        }
        assertThat(read(address + "/traffic")).doesNotContainKey("compared");
    }

    @Test
    void aReleaseIsAMarkerOfItsDay() {
        List<Map<String, Object>> markers =
                elements(read(address + "/markers?from=2024-01-01&to=2026-01-31"), "markers");
        assertThat(markers).isNotEmpty().allSatisfy(marker -> {
            assertThat(marker).containsEntry("kind", "release").containsKeys("text", "url");
            assertThat(String.valueOf(marker.get("url"))).endsWith("/acme/gadgets/releases/tag/" + marker.get("title"));
        });
        String day = String.valueOf(markers.get(0).get("day"));
        assertThat(elements(read(address + "/markers?from=" + day + "&to=" + day), "markers"))
                .containsExactly(markers.get(0));
        assertThat(elements(read(address + "/markers?from=2020-01-01&to=2020-01-01"), "markers"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/popularity",
                "/markers",
                "/window",
                "/referrers",
                "/referrers?from=2026-01-01",
                "/paths",
                "/paths?from=2026-01-01"
            })
    void whatIsOfOthersIsNotThere(String path) {
        isProblem(stranger.get(address + path), 404, "no repository");
        isProblem(admin.get("/api/v1/repositories/99999999" + path), 404, "no repository");
        assertThat(admin.anonymous(address + path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/window?from=yesterday, from",
        "/window?from=2026-02-01&to=2026-01-01, to",
        "/window?from=2001-01-01&to=2026-01-01, from",
        "/popularity?to=2026-02-30, to",
        "/markers?from=2026-02-01&to=2026-01-01, to",
        "/traffic?compare=us, compare",
        "/popularity?from=2001-01-01&to=2026-01-01, from",
        "/referrers?on=yesterday, on",
        "/referrers?from=2001-01-01&to=2026-01-01, from",
        "/referrers?on=2026-01-31&from=2026-01-01, on",
        "/paths?on=2026-01-31&to=2026-01-31, on",
        "/paths?from=2026-02-01&to=2026-01-01, to",
    })
    void theFieldThatIsWrongIsNamed(String query, String field) {
        HttpResponse<String> response = admin.get(address + query);
        isProblem(response, 400, field);
        assertThat(response.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void theDescriptionKnowsThem() {
        assertThat(admin.anonymous("/openapi").body())
                .contains("/api/v1/repositories/{id}/window:")
                .contains("/api/v1/repositories/{id}/markers:")
                .contains("/api/v1/repositories/{id}/referrers:")
                .contains("/api/v1/repositories/{id}/paths:")
                .contains("/api/v1/repositories/{id}/popularity:")
                .contains("/api/v1/repositories/{id}/releases:")
                .contains("/api/v1/traffic:");
    }

    private int id() {
        return Integer.parseInt(address.replaceFirst(".*/", ""));
    }

    private Map<String, Object> read(String path) {
        HttpResponse<String> response = admin.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Api.json(response);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> elements(Map<String, Object> answer, String field) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get(field));
    }

    private static Map<String, Object> only(Map<String, Object> answer, String field) {
        assertThat(elements(answer, field)).hasSize(1);
        return elements(answer, field).get(0);
    }

    private static void isProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Api.header(response, "content-type")).startsWith("application/problem+json");
        assertThat(response.body()).contains(detail);
    }
}
