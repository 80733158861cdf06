package ghtraffic.standin;

import static ghtraffic.standin.TestClient.NOW;
import static ghtraffic.standin.TestClient.array;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {

    private static final String TOKENS = "/app/installations/77/access_tokens";
    private static final String VIEWS = "/repos/acme/secret-plans/traffic/views";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242", "Iv1.sandbox"})
    void theAppGetsATokenForAnHour(String issuer) throws JOSEException {
        HttpResponse<String> answer = asking.postAs(assertion(Map.of("iss", issuer)), TOKENS);

        assertEquals(201, answer.statusCode(), answer::body);
        assertEquals("2026-01-31T11:20:00Z", member(object(answer), "expires_at"));
        assertEquals("all", member(object(answer), "repository_selection"));
        assertEquals("read", member(member(object(answer), "permissions"), "administration"));
        assertTrue(token(answer).startsWith("ghs_"));
        assertEquals(520, token(answer).length());
    }

    @Test
    void theIssuerMayBeANumber() throws JOSEException {
        assertEquals(201, asking.postAs(assertion(Map.of("iss", 4242)), TOKENS).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "-60, 600, 201, ghs_",
        "-60, 601, 401, is too far in the future",
        "-60, 0,   401, must be a numeric value representing the future time",
        "1,   540, 401, must be an Integer representing the time that the assertion was issued"
    })
    void theAssertionHoldsForTenMinutesAtMostByTheClockOfTheStandIn(long issued, long expires, int status, String words)
            throws JOSEException {
        Map<String, Object> claims =
                Map.of("iat", NOW.getEpochSecond() + issued, "exp", NOW.getEpochSecond() + expires);
        HttpResponse<String> answer = asking.postAs(assertion(claims), TOKENS);

        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains(words), answer::body);
    }

    @Test
    void whatTheAppHasNotSignedCannotBeDecoded() throws JOSEException {
        String foreign;
        try (GitHubStandIn other = GitHubStandIn.start(0)) {
            foreign = new AppSigner(other.appPrivateKey()).signed(claims(Map.of()));
        }

        assertUndecodable(foreign);
        assertUndecodable(assertion(Map.of("iss", "4243")));
        assertUndecodable("sandbox-token");
        assertUndecodable(null);
    }

    @Test
    void anUnknownInstallationIsNotFound() throws JOSEException {
        HttpResponse<String> answer = asking.postAs(assertion(Map.of()), "/app/installations/78/access_tokens");

        assertEquals(404, answer.statusCode());
    }

    @Test
    void theTokenReadsTrafficUntilItExpires() throws JOSEException {
        String token = token(asking.postAs(assertion(Map.of()), TOKENS));

        assertEquals(asking.get(VIEWS).body(), asking.getAs(token, VIEWS).body());
        asking.gitHub.setNow(NOW.plus(Duration.ofHours(1)).minusSeconds(1));
        assertEquals(200, asking.getAs(token, VIEWS).statusCode());
        asking.gitHub.setNow(NOW.plus(Duration.ofHours(1)));
        assertEquals(401, asking.getAs(token, VIEWS).statusCode());
    }

    @Test
    void theTokensOfTheInstallationShareItsLimit() throws JOSEException {
        asking.gitHub.setHourlyLimit(1);
        String first = token(asking.postAs(assertion(Map.of()), TOKENS));
        String second = token(asking.postAs(assertion(Map.of()), TOKENS));

        assertEquals(200, asking.getAs(first, VIEWS).statusCode());
        HttpResponse<String> refused = asking.getAs(second, VIEWS);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("installation ID 77"), refused::body);
    }

    @Test
    void theInstallationListsTheOrganizationsRepositoriesInPages() throws JOSEException {
        String token = token(asking.postAs(assertion(Map.of()), TOKENS));
        Set<Object> names = new HashSet<>();
        HttpResponse<String> page = asking.getAs(token, "/installation/repositories?per_page=100");
        assertTrue(header(page, "link").contains("page=11>; rel=\"last\""));
        for (int number = 1; number <= 11; number++) {
            page = asking.getAs(token, "/installation/repositories?per_page=100&page=" + number);
            assertEquals(1_010L, member(object(page), "total_count"));
            ((List<?>) member(object(page), "repositories"))
                    .forEach(repository -> names.add(member(repository, "full_name")));
        }

        assertEquals(1_010, names.size());
        assertTrue(names.contains("acme/secret-plans"));
        assertFalse(names.contains("octo-dev/hello"));
        assertEquals(404, asking.getAs(token, "/repos/octo-dev/hello").statusCode());
        assertEquals(List.of(), array(asking.getAs(token, "/users/octo-dev/repos")));
    }

    @Test
    void whatIsForUsersIsNotAccessibleByTheInstallation() throws JOSEException {
        String token = token(asking.postAs(assertion(Map.of()), TOKENS));

        for (String path : List.of("/user", "/user/repos", "/repos/acme/forbidden/traffic/views")) {
            assertForbidden("Resource not accessible by integration", asking.getAs(token, path));
        }
    }

    @Test
    void onlyAnInstallationListsItsRepositories() {
        String path = "/installation/repositories";

        assertForbidden(
                "You must authenticate with an installation access token in order to list repositories for an"
                        + " installation.",
                asking.get(path));
        assertForbidden("Resource not accessible by personal access token", asking.getAs("sandbox-expiring", path));
        assertEquals(401, asking.getAs(null, path).statusCode());
    }

    private void assertUndecodable(@Nullable String assertion) {
        HttpResponse<String> answer = asking.postAs(assertion, TOKENS);
        assertEquals(401, answer.statusCode());
        assertEquals("A JSON web token could not be decoded", member(object(answer), "message"));
    }

    private static void assertForbidden(String message, HttpResponse<String> answer) {
        assertEquals(403, answer.statusCode());
        assertEquals(message, member(object(answer), "message"));
    }

    private static String token(HttpResponse<String> answer) {
        return member(object(answer), "token").toString();
    }

    private String assertion(Map<String, Object> others) throws JOSEException {
        return new AppSigner(asking.gitHub.appPrivateKey()).signed(claims(others));
    }

    private static Map<String, Object> claims(Map<String, Object> others) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", "Iv1.sandbox");
        claims.put("iat", NOW.getEpochSecond() - 60);
        claims.put("exp", NOW.getEpochSecond() + 540);
        claims.putAll(others);
        return claims;
    }
}
