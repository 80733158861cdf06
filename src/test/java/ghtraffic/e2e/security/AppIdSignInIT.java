package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.standin.appid.AppIdClient;
import ghtraffic.standin.appid.AppIdStandIn;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at the stand-in for IBM App ID, which Cloud Foundry or Code Engine has bound to the application. */
class AppIdSignInIT {

    private static final Map<String, String> NO_SETTINGS =
            Map.of("APPID_OAUTH_SERVER_URL", "", "APPID_CLIENT_ID", "", "APPID_SECRET", "");

    private static World world;
    private static AppIdStandIn appId;

    @BeforeAll
    static void start() throws Exception {
        world = World.withoutApplication(List.of());
        String redirect = world.sandbox().url() + "/ibm/api/social-login/redirect/oidc";
        appId = AppIdStandIn.start(
                0,
                world.certified(),
                new AppIdClient(world.sandbox().clientId(), world.sandbox().clientSecret(), redirect),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        appId.close();
        world.close();
    }

    private static void startBound(String variable, String services) throws Exception {
        Map<String, String> settings = new HashMap<>(NO_SETTINGS);
        settings.put(variable, services);
        world.sandbox().restartApplication(settings, 200);
    }

    @Test
    void boundByCloudFoundryItSignsUsersInAndOutAndItsTokensAreGoodAtTheApi() throws Exception {
        startBound("VCAP_SERVICES", appId.vcapServices());
        Api anybody = world.api("viewer@example.com");

        Map<String, Object> tokens = tokens(anybody, "admin@example.com");
        HttpResponse<String> stranger = me(anybody, tokens, "access_token");
        assertThat(stranger.statusCode())
                .as("an address is not in the access token")
                .isEqualTo(403);
        assertThat(stranger.body()).contains("Sign in with a browser once");

        try (Visitor admin = world.visitor()) {
            admin.signIn("admin@example.com");
            admin.completeSetUp(world.setUpCode());
            admin.open("/overview");
            assertThat(admin.heading()).isEqualTo("Overview");
            admin.open("/profile");
            assertThat(admin.text()).contains("admin@example.com", "cloud_directory");
            assertThat(me(anybody, tokens, "access_token").body()).contains("admin@example.com", "\"admin\"");

            admin.press("Sign out");
            assertThat(admin.heading()).isEqualTo("You are signed out");
            assertThat(admin.text()).contains("the identity provider could not be told");
            admin.open("/overview");
            assertThat(admin.page().url()).as("asked again").startsWith(appId.issuer() + "/authorization?");
            assertThat(admin.complaints()).isEmpty();
        }
        Map<String, Object> viewer = tokens(anybody, "viewer@example.com");
        assertThat(me(anybody, viewer, "id_token").body()).contains("viewer@example.com");
        assertThat(me(anybody, viewer, "access_token").body())
                .as("known since the identity token")
                .contains("viewer@example.com");
    }

    @Test
    void boundByCodeEngineItSignsUsersIn() throws Exception {
        startBound("CE_SERVICES", appId.ceServices());
        try (Visitor viewer = world.visitor();
                Visitor unverified = world.visitor()) {
            viewer.signIn("viewer@example.com");
            viewer.open("/profile");
            assertThat(viewer.text()).contains("viewer@example.com", "cloud_directory");
            unverified.signIn("unverified@example.com");
            assertThat(unverified.heading()).isEqualTo("Your e-mail address is not verified");
        }
    }

    private static HttpResponse<String> me(Api anybody, Map<String, Object> tokens, String kind) {
        return anybody.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + "/api/v1/me"))
                .header("Authorization", "Bearer " + tokens.get(kind)));
    }

    @Test
    void theStandInTakesTheSecretFromNoFormAndACodeFromNobodyElse() {
        Api anybody = world.api("viewer@example.com");
        String id = world.sandbox().clientId();
        String secret = world.sandbox().clientSecret();
        String user = "grant_type=password&password=sandbox&username=viewer%40example.com";
        assertThat(token(anybody, "", user + "&client_id=" + id + "&client_secret=" + secret))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactly(401, "{\"error\":\"invalid_client\"}");
        assertThat(token(anybody, basic(id, "guessed"), user).statusCode()).isEqualTo(401);
        assertThat(token(anybody, basic(id, secret), "grant_type=authorization_code&code=guessed")
                        .body())
                .contains("invalid_grant");
        assertThat(token(anybody, basic(id, secret), user.replace("sandbox", "guessed"))
                        .body())
                .contains("invalid_grant");
    }

    /** Asks the stand-in for tokens, as a script does. */
    private static Map<String, Object> tokens(Api anybody, String email) {
        String form =
                "grant_type=password&password=sandbox&username=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return Api.json(
                token(anybody, basic(world.sandbox().clientId(), world.sandbox().clientSecret()), form));
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> token(Api anybody, String authorization, String form) {
        return anybody.raw(HttpRequest.newBuilder(URI.create(appId.issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
