package ghtraffic.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.sandbox.SandboxSettings;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with GitHub: beside an OpenID provider, alone, and what attackers with accounts at either try. */
class GitHubSignInIT {

    private static final Map<String, String> NO_OPENID =
            Map.of("APPID_OAUTH_SERVER_URL", "", "APPID_JWKS_URI", "", "APPID_CLIENT_ID", "", "APPID_SECRET", "");

    private static World world;
    private static Map<String, String> running = Map.of();

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(SandboxSettings.gitHubSignIn());
        settings.put("EMAIL_TRUSTED_FROM", "openid, github");
        world = World.create(settings, List.of());
        try (Visitor ada = world.visitor()) {
            signIn(ada, "ada-admin");
            ada.completeSetUp(world.setUpCode());
        }
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void restartWithBoth() throws Exception {
        restart(Map.of());
    }

    private static void restart(Map<String, String> changes) throws Exception {
        if (!running.equals(changes)) {
            world.sandbox().restartApplication(changes, 200);
            running = changes;
        }
    }

    /** Signs in at the stand-in, starting from the landing page. */
    private static void signIn(Visitor visitor, String account) {
        visitor.open("/");
        link(visitor, "Sign in with GitHub");
        link(visitor, account.isEmpty() ? "Cancel" : "Continue as " + account);
    }

    private static void signInAtProvider(Visitor visitor, String user) {
        visitor.open("/");
        link(visitor, "Sign in with your organization");
        visitor.enter(user);
        visitor.page().waitForURL(world.sandbox().url() + "/**");
    }

    private static void link(Visitor visitor, String label) {
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(label))
                .click();
        visitor.page().waitForLoadState();
    }

    @Test
    void oneChoosesOnTheLandingPageAndReachesThePageThatWasAskedFor() {
        try (Visitor ada = world.visitor()) {
            ada.open("/collections?page=1&of=%C3%A4");
            assertThat(ada.text()).contains("Sign in with your organization", "Sign in with GitHub");
            assertThat(ada.accessibilityViolations()).isEmpty();
            link(ada, "Sign in with GitHub");
            link(ada, "Continue as ada-admin");
            assertThat(ada.page().url()).endsWith("/collections?page=1&of=%C3%A4");
            ada.open("/profile");
            assertThat(ada.text()).contains("admin@example.com", "1001", "127.0.0.1", "GitHub, ada-admin");
        }
        try (Visitor admin = world.visitor()) {
            signInAtProvider(admin, "admin@example.com");
            assertThat(admin.heading()).isEqualTo("Overview");
        }
    }

    @Test
    void whoSignsOutIsOutAndLearnsThatGitHubWasNotTold() {
        try (Visitor ada = world.visitor()) {
            signIn(ada, "ada-admin");
            ada.press("Sign out");
            assertThat(ada.heading()).isEqualTo("You are signed out");
            assertThat(ada.text()).contains("the identity provider could not be told");
            ada.open("/overview");
            assertThat(ada.text()).contains("Sign in with GitHub");
        }
    }

    @Test
    void whoRefusesAtGitHubIsToldSoOnOurPage() {
        try (Visitor nobody = world.visitor()) {
            signIn(nobody, "");
            assertThat(nobody.heading()).isEqualTo("Signing in did not work");
            assertThat(nobody.page().content()).doesNotContain("Liberty", "CWWKS");
        }
    }

    @Test
    void anAddressThatGitHubHasNotVerifiedOpensNothing() {
        try (Visitor mallory = world.visitor()) {
            signIn(mallory, "mallory");
            assertThat(mallory.heading()).isEqualTo("Your e-mail address is not verified");
            mallory.open("/profile");
            assertThat(mallory.text()).contains("Sign in with GitHub");
        }
    }

    @Test
    void aSubjectOfTheProviderIsNeverAnAccountOfGitHub() {
        try (Visitor ada = world.visitor()) {
            signIn(ada, "ada-admin");
            assertThat(ada.heading()).isEqualTo("Overview");
        }
        assertThat(world.api("1001").get("/api/v1/me").body())
                .contains("\"roles\":[]")
                .doesNotContain("admin@example.com");
        HttpResponse<String> reserved = world.api("github-user:1001").get("/api/v1/me");
        assertThat(reserved.statusCode()).isEqualTo(401);
        assertThat(world.api("github-user:1001").get("/metrics").statusCode()).isEqualTo(403);
        try (Visitor attacker = world.visitor()) {
            signInAtProvider(attacker, "github-user:1001");
            assertThat(attacker.heading()).isEqualTo("Signing in did not work");
            attacker.open("/profile");
            assertThat(attacker.text()).contains("Sign in with GitHub");
        }
    }

    @Test
    void theAnswerOfGitHubCountsInTheBrowserThatAskedOnly() {
        Api anybody = world.api("viewer@example.com");
        for (String query : List.of("", "?code=1", "?code=1&state=2", "?error=access_denied&state=2")) {
            HttpResponse<String> answer = anybody.anonymous("/signed-in/github" + query);
            assertThat(Api.header(answer, "location")).as(query).isEqualTo("/sign-in-failed?with=github");
            assertThat(answer.headers().allValues("set-cookie")).as(query).isEmpty();
        }
    }

    @Test
    void anAddressThatAnotherAccountUsesStandsInTheAuditLog() {
        try (Visitor vera = world.visitor();
                Visitor viewer = world.visitor();
                Visitor ada = world.visitor()) {
            signInAtProvider(viewer, "viewer@example.com");
            signIn(vera, "vera-viewer");
            signIn(ada, "ada-admin");
            ada.open("/audit");
            assertThat(ada.text())
                    .containsOnlyOnce("viewer@example.com")
                    .contains("Address used by another account", "signed in with a GitHub account");
        }
    }

    @Test
    void gitHubAloneNeedsNoOtherProvider() throws Exception {
        restart(NO_OPENID);
        Api anybody = world.api("viewer@example.com");
        assertThat(Api.header(anybody.anonymous("/sign-in"), "location")).isEqualTo("/sign-in/github");
        assertThat(Api.header(anybody.anonymous("/signed-in"), "location")).isEqualTo("/sign-in");
        assertThat(anybody.get("/api/v1/me").statusCode())
                .as("a token of no provider")
                .isEqualTo(401);
        int before = world.console().size();
        try (Visitor ada = world.visitor()) {
            ada.open("/");
            link(ada, "Sign in");
            link(ada, "Continue as ada-admin");
            assertThat(ada.heading()).isEqualTo("Overview");
            ada.open("/audit");
            assertThat(ada.heading()).isEqualTo("Audit log");
            ada.open("/metrics");
            assertThat(ada.page().content()).contains("# HELP");
            assertThat(ada.complaints()).isEmpty();
        }
        assertThat(world.console().subList(before, world.console().size()))
                .noneMatch(line -> line.contains("[WARNING ]") || line.contains("[ERROR   ]"));
    }

    @Test
    void anAddressCountsOnlyFromProvidersThatTheOperatorTrusts() throws Exception {
        restart(Map.of("EMAIL_TRUSTED_FROM", "openid"));
        try (Visitor ada = world.visitor()) {
            signIn(ada, "ada-admin");
            assertThat(ada.heading()).isEqualTo("Your e-mail address does not count here");
            ada.open("/metrics");
            assertThat(ada.page().content()).doesNotContain("# HELP");
        }
    }
}
