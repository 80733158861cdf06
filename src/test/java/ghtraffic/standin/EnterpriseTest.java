package ghtraffic.standin;

import static ghtraffic.standin.TestClient.array;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.Failure.Kind;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseTest {

    private static final String WIDGETS = "/api/v3/repos/acme/widgets";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void itHasTheRepositoriesUnderIdsOfItsOwn() {
        Map<String, Object> widgets = object(asking.get(WIDGETS));

        assertEquals(501_001L, member(widgets, "id"));
        assertEquals("acme/widgets", member(widgets, "full_name"));
        assertEquals(asking.gitHub.uri() + WIDGETS, member(widgets, "url"));
        assertEquals(asking.gitHub.uri() + "/acme/widgets", member(widgets, "html_url"));
        assertEquals(widgets, object(asking.get("/api/v3/repositories/501001")));
        assertEquals(404, asking.get("/api/v3/repositories/1001").statusCode());
        assertEquals(404, asking.get("/repositories/501001").statusCode());
    }

    @Test
    void itsListingsAndReleasesLeadToItsOwnPages() {
        HttpResponse<String> listing = asking.get("/api/v3/user/repos?per_page=2");
        String next = "<" + asking.gitHub.uri() + "/api/v3/user/repos?per_page=2&page=2>; rel=\"next\"";

        assertTrue(header(listing, "link").startsWith(next), () -> header(listing, "link"));
        assertTrue(((Number) member(array(listing).get(0), "id")).longValue() > 500_000);
        assertEquals(2, array(asking.get(WIDGETS + "/releases?per_page=2")).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/repos/acme/widgets/traffic/views",
                "/repos/acme/widgets/traffic/clones?per=week",
                "/repos/acme/widgets/traffic/popular/referrers",
                "/repositories/501001/traffic/popular/paths",
                "/repos/acme/old-name/traffic/views",
                "/repos/acme/forbidden/traffic/views"
            })
    void itHasNoTraffic(String path) {
        assertEquals(404, asking.get("/api/v3" + path).statusCode());
    }

    @Test
    void aFormerNameLeadsToItsOwnId() {
        HttpResponse<String> moved = asking.get("/api/v3/repos/acme/old-name");

        assertEquals(301, moved.statusCode());
        assertEquals(asking.gitHub.uri() + "/api/v3/repositories/501007", header(moved, "location"));
    }

    @Test
    void itSaysWhichVersionItIsAndGitHubDoesNot() {
        String name = "x-github-enterprise-version";

        assertEquals("3.14.0", header(asking.get(WIDGETS), name));
        assertEquals("3.14.0", header(asking.get(WIDGETS + "/traffic/views"), name));
        assertEquals("3.14.0", header(asking.getAs("never-heard-of", WIDGETS), name));
        assertEquals("", header(asking.get("/repos/acme/widgets"), name));
    }

    @Test
    void itHasNoLimitsAndSpendsNoneOfGitHubs() {
        asking.gitHub.setHourlyLimit(1);

        assertEquals("", header(asking.get(WIDGETS), "x-ratelimit-limit"));
        assertEquals(200, asking.get(WIDGETS).statusCode());
        assertEquals(404, asking.get("/api/v3/rate_limit").statusCode());
        assertEquals("0", header(asking.get("/repos/acme/widgets"), "x-ratelimit-remaining"));
    }

    @Test
    void itFailsApartFromGitHub() {
        asking.gitHub.fail(Failure.of(Kind.STATUS_500).below("/repos/acme"));
        asking.gitHub.alsoFail(Failure.of(Kind.GONE_410).at("/api/v3/repositories/501002"));

        assertEquals(500, asking.get("/repos/acme/gadgets").statusCode());
        assertEquals(410, asking.get("/api/v3/repos/acme/gadgets").statusCode());
        assertEquals(200, asking.get(WIDGETS).statusCode());
        asking.gitHub.fail(Failure.of(Kind.REDIRECT_LOOP).below("/api/v3"));
        assertEquals(asking.gitHub.uri() + WIDGETS, header(asking.get(WIDGETS), "location"));
    }
}
