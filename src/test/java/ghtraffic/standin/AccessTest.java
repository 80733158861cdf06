package ghtraffic.standin;

import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String VIEWS = "/repos/acme/widgets/traffic/views";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox-expired", "never-heard-of", "SANDBOX-TOKEN"})
    void expiredAndUnknownTokensAreBadCredentials(String token) {
        assertRefused(401, "Bad credentials", asking.getAs(token, "/repos/acme/widgets"));
    }

    @Test
    void bothAuthorizationSchemesWork() {
        assertEquals(
                200,
                asking.getAs(null, VIEWS, "Authorization", "token sandbox-token")
                        .statusCode());
        assertEquals(
                401,
                asking.getAs(null, VIEWS, "Authorization", "Basic sandbox-token")
                        .statusCode());
    }

    @Test
    void withoutATokenPublicRepositoriesAreReadableAndTrafficIsNot() {
        assertEquals(200, asking.getAs(null, "/repos/acme/widgets").statusCode());
        assertRefused(401, "Requires authentication", asking.getAs(null, VIEWS));
        assertRefused(401, "Requires authentication", asking.getAs(null, "/user/repos"));
    }

    @Test
    void aReaderMayNotSeeTraffic() {
        assertRefused(403, "Must have push access to repository", asking.getAs("sandbox-readonly", VIEWS));
    }

    @Test
    void forbiddenTrafficIsExplainedInTheWordsOfTheTokensKind() {
        String views = "/repos/acme/forbidden/traffic/views";
        HttpResponse<String> fineGrained = asking.getAs("sandbox-expiring", views);

        assertEquals(200, asking.get("/repos/acme/forbidden").statusCode());
        assertRefused(403, "Must have push access to repository", asking.get(views));
        assertRefused(403, "Resource not accessible by personal access token", fineGrained);
        assertEquals("administration=read", header(fineGrained, "x-accepted-github-permissions"));
    }

    @Test
    void privateRepositoriesAreNotFoundWithoutAccess() {
        assertEquals(200, asking.get("/repos/acme/secret-plans/traffic/clones").statusCode());
        assertRefused(404, "Not Found", asking.getAs("sandbox-readonly", "/repos/acme/secret-plans"));
        assertRefused(404, "Not Found", asking.getAs(null, "/repos/acme/secret-plans/traffic/views"));
        assertFalse(asking.getAs("sandbox-readonly", "/orgs/acme/repos?per_page=100&page=11")
                .body()
                .contains("secret-plans"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/repos/acme",
                "/repos/acme/none",
                "/repositories/7",
                "/repositories/99999999999999999999",
                "/repos/acme/widgets/",
                "/repos/acme/widgets/traffic/popular",
                "/orgs/octo-dev/repos",
                "/orgs/nobody/repos"
            })
    void whatDoesNotExistIsNotFound(String path) {
        assertRefused(404, "Not Found", asking.get(path));
    }

    @Test
    void aTokenWithAnEndAnnouncesIt() {
        String name = "github-authentication-token-expiration";

        assertEquals("2026-02-05 10:20:00 UTC", header(asking.getAs("sandbox-expiring", "/user"), name));
        assertEquals("", header(asking.get("/user"), name));
    }

    @Test
    void aFormerNameRedirectsToTheId() {
        HttpResponse<String> moved = asking.get("/repos/acme/old-name/traffic/views?per=week");

        String location = asking.gitHub.uri() + "/repositories/1007/traffic/views?per=week";
        assertEquals(301, moved.statusCode());
        assertEquals(location, header(moved, "location"));
        assertEquals("Moved Permanently", member(object(moved), "message"));
        assertEquals(location, member(object(moved), "url"));
        assertEquals(200, asking.get(location).statusCode());
        assertEquals("acme/renamed", member(object(asking.get("/repositories/1007")), "full_name"));
    }

    @Test
    void aRepositoryAnswersWithItsCanonicalNameAndPermissions() {
        var museum = object(asking.get("/repos/ACME/Museum"));
        var readable = object(asking.getAs("sandbox-readonly", "/repos/acme/forked"));

        assertEquals("acme/museum", member(museum, "full_name"));
        assertEquals(1009L, member(museum, "id"));
        assertEquals(true, member(museum, "archived"));
        assertEquals(true, member(member(museum, "permissions"), "push"));
        assertEquals(true, member(readable, "fork"));
        assertEquals(false, member(member(readable, "permissions"), "push"));
        assertTrue(object(asking.get("/repos/acme/widgets")).containsKey("subscribers_count"));
    }

    private static void assertRefused(int status, String message, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(message, member(object(answer), "message"));
        assertEquals(Integer.toString(status), member(object(answer), "status"));
    }
}
