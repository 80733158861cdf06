package ghtraffic.standin;

import static ghtraffic.standin.TestClient.array;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the collector reads of repositories and releases is there, in the types of GitHub's OpenAPI description. */
class DescriptionTest {

    private static final Map<String, Class<?>> REPOSITORY = Map.of(
            "stargazers_count", Long.class,
            "forks_count", Long.class,
            "open_issues_count", Long.class,
            "topics", List.class,
            "language", String.class,
            "archived", Boolean.class,
            "fork", Boolean.class,
            "private", Boolean.class,
            "description", String.class);
    private static final Map<String, Class<?>> RELEASE = Map.of(
            "id", Long.class,
            "tag_name", String.class,
            "name", String.class,
            "published_at", String.class,
            "draft", Boolean.class,
            "prerelease", Boolean.class,
            "assets", List.class);
    private static final Map<String, Class<?>> ASSET = Map.of(
            "id", Long.class,
            "name", String.class,
            "download_count", Long.class,
            "size", Long.class,
            "created_at", String.class);

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v3"})
    void aRepositoryIsDescribedAloneAndInListings(String server) {
        Map<String, Object> alone = object(asking.get(server + "/repos/acme/widgets"));
        Map<?, ?> listed = (Map<?, ?>) array(asking.get(server + "/orgs/acme/repos?per_page=100&page=11")).stream()
                .filter(repository -> member(repository, "name").equals("widgets"))
                .findFirst()
                .orElseThrow();

        assertMembers(REPOSITORY, alone);
        assertMembers(REPOSITORY, listed);
        assertInstanceOf(Long.class, alone.get("subscribers_count"));
        assertFalse(listed.containsKey("subscribers_count"), "GitHub leaves it out of listings");
    }

    @Test
    void aRepositoryMayHaveNoLanguage() {
        Map<String, Object> quiet = object(asking.get("/repos/acme/quiet"));

        assertTrue(quiet.containsKey("language"));
        assertNull(quiet.get("language"));
    }

    @Test
    void releasesAndTheirAssetsAreDescribed() {
        List<Object> releases = array(asking.get("/repos/acme/widgets/releases?per_page=100"));

        for (Object release : releases) {
            if (member(release, "prerelease").equals(false)) {
                assertMembers(RELEASE, (Map<?, ?>) release);
            } else {
                assertNull(((Map<?, ?>) release).get("name"), "nobody named it");
            }
            assertFalse(
                    Instant.parse(member(release, "published_at").toString()).isAfter(TestClient.NOW));
            ((List<?>) member(release, "assets")).forEach(asset -> assertMembers(ASSET, (Map<?, ?>) asset));
        }
    }

    @Test
    void releasesComeInPagesOfAnySize() {
        HttpResponse<String> second = asking.get("/repos/acme/widgets/releases?per_page=2&page=2");

        List<Object> all = array(asking.get("/repos/acme/widgets/releases?per_page=100"));
        assertEquals(all.subList(2, 4), array(second));
        assertTrue(header(second, "link").contains("releases?per_page=2&page=3>; rel=\"next\""));
        assertEquals(30, array(asking.get("/repos/acme/widgets/releases")).size());
    }

    private static void assertMembers(Map<String, Class<?>> expected, Map<?, ?> json) {
        expected.forEach((name, type) -> assertInstanceOf(type, json.get(name), name));
    }
}
