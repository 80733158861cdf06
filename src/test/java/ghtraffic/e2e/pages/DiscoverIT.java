package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.util.JSONObjectUtils;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import ghtraffic.standin.faults.Failure;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of discovery, what a credential can read, another credential, and a schedule, from outside. */
class DiscoverIT {

    private static final String RULES = "/api/v1/tenants/100/discovery";
    private static final String CREDENTIAL = "/api/v1/tenants/100/credential";
    private static final String DISCOVERABLE = "/api/v1/repositories/discoverable";

    private static World world;
    private static Api admin;
    private static Api stranger;

    @BeforeAll
    static void start() {
        world = WorldBuilder.anew().today().world();
        admin = world.api("admin@example.com");
        stranger = world.api("stranger@example.com");
    }

    @BeforeEach
    @AfterEach
    void bringBackWhatWas() {
        world.sandbox().gitHub().recover();
        admin.put("/sandbox/clock", "{\"now\": \"2026-01-31T10:00:00Z\"}");
        admin.put(RULES, "{\"rules\":[]}");
        admin.put(CREDENTIAL, "{\"token\":\"sandbox-token\"}");
    }

    @Test
    void listsWhatTheCredentialCanReadWithWhatItIs() {
        Map<String, Object> found = Api.json(admin.get(DISCOVERABLE));
        assertThat(item(found, "secret-plans")).containsEntry("private", true).containsEntry("trafficReadable", true);
        assertThat(item(found, "museum")).containsEntry("archived", true).containsEntry("fork", false);
        assertThat(item(found, "forked")).containsEntry("fork", true).containsEntry("wanted", false);
        assertThat(item(found, "forbidden"))
                .containsEntry("trafficReadable", false)
                .containsEntry("owner", "acme")
                .containsEntry("url", "https://github.com/acme/forbidden");
        isProblem(stranger.get(DISCOVERABLE), 403, "role");
        isProblem(admin.get(DISCOVERABLE + "?tenant=101"), 404, "no tenant");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500));
        isProblem(admin.get(DISCOVERABLE), 503, "status 500");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.BAD_TOKEN_401));
        isProblem(admin.get(DISCOVERABLE), 422, "does not accept the token");
    }

    @Test
    void takesRulesOnlyAsRules() {
        HttpResponse<String> wrong = admin.put(RULES, "{\"rules\":[\"acme/*\", \"\", \"acme\"]}");
        isProblem(wrong, 400, "line 3");
        assertThat(wrong.body()).contains("\"field\":\"rules\"");
        isProblem(admin.put(RULES, "{}"), 400, "rules");
        isProblem(admin.put(RULES, "{\"rules\":[null]}"), 400, "");
        assertThat(Api.json(admin.get(RULES)).get("rules")).isEqualTo(List.of());
        Map<String, Object> kept = Api.json(admin.put(RULES, "{\"rules\":[\"# mine\", \" acme/none-* \", \"!fork\"]}"));
        assertThat(kept.get("rules")).isEqualTo(List.of("acme/none-*", "!fork"));
        assertThat(kept).containsEntry("lastAttempt", null);
        for (HttpResponse<String> foreign : List.of(
                stranger.get(RULES),
                stranger.put(RULES, "{\"rules\":[]}"),
                admin.get(RULES.replace("100", "101")),
                admin.put(RULES.replace("100", "101"), "{\"rules\":[]}"))) {
            isProblem(foreign, 404, "no tenant");
        }
    }

    @Test
    void anAdministratorDiscoversOnThePage() throws Exception {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.open("/repositories");
            visitor.page()
                    .getByText("Discover", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(visitor.heading()).isEqualTo("Discover repositories");
            assertThat(visitor.page().locator("#found li")).hasCount(1_011);
            mistakesInRulesNameTheLine(visitor);
            rulesAreAppliedByThemselves(visitor);
            aRepositoryIsAddedFromTheList(visitor);
            whatIsStoppedStaysAway(visitor);
            aReadDoesNotChangeAnything(visitor);
            theEndOfATokenIsToldBefore(visitor);
            theListIsMissedWhenGitHubRefuses(visitor);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void mistakesInRulesNameTheLine(Visitor visitor) {
        visitor.page().getByLabel("Rules").fill("acme/load-099*\n\n<b>acme</b>");
        visitor.press("Save the rules");
        assertThat(visitor.text()).contains("Nothing was saved. In line 3:");
        assertThat(visitor.page().getByLabel("Rules")).hasValue("acme/load-099*\n\n<b>acme</b>");
        visitor.page().getByLabel("Filter by name").fill("or");
        Look.at(visitor, "discover-refused");
    }

    private static void rulesAreAppliedByThemselves(Visitor visitor) throws Exception {
        visitor.page().getByLabel("Rules").fill("acme/load-099*\n!acme/load-0998\n!archived");
        visitor.press("Save the rules");
        assertThat(visitor.text()).contains("Saved.").contains("were not applied yet");
        Object report = visitor.page().evaluate("""
                        async path => {
                          for (let round = 0; round < 300; round++) {
                            const report = await (await fetch(path)).json();
                            if (report.message) return JSON.stringify(report);
                            await new Promise(done => setTimeout(done, 300));
                          }
                          return '{}';
                        }""", RULES);
        assertThat(JSONObjectUtils.parse(String.valueOf(report)))
                .containsEntry("message", "Of 1011 repositories that can be read the rules want 9; 9 of them are new");
        visitor.open("/discover");
        assertThat(visitor.text()).contains("9 of them are new");
        visitor.page().getByLabel("Filter by name").fill("LOAD-099");
        assertThat(visitor.page().locator("#found li:visible")).hasCount(10);
        assertThat(visitor.page().locator("#found li:visible .tag.done")).hasCount(9);
        Look.at(visitor, "discover");
    }

    private static void aRepositoryIsAddedFromTheList(Visitor visitor) {
        visitor.page().getByLabel("Filter by name").fill("load-0998");
        visitor.press("Add acme/load-0998");
        assertThat(visitor.text()).contains("It is tracked now.");
        visitor.page().getByLabel("Filter by name").fill("load-0998");
        assertThat(visitor.page().locator("#found li:visible .tag.done")).hasCount(1);
    }

    private void whatIsStoppedStaysAway(Visitor visitor) {
        for (Object one : (List<?>) Objects.requireNonNull(
                Api.json(admin.get("/api/v1/repositories?q=acme/load-099")).get("items"))) {
            assertThat(admin.delete("/api/v1/repositories/" + ((Map<?, ?>) one).get("id") + "?history=delete")
                            .statusCode())
                    .isEqualTo(204);
        }
        visitor.open("/discover");
        assertThat(visitor.page().getByLabel("Rules"))
                .hasValue(java.util.regex.Pattern.compile("!archived\\n!acme/load-0990\\n"));
    }

    /** An address that somebody is led to, with what a form would send. */
    private void aReadDoesNotChangeAnything(Visitor visitor) {
        String before = admin.get(RULES).body();
        visitor.open("/discover?repository=acme/museum");
        assertThat(visitor.heading()).isEqualTo("Discover repositories");
        visitor.open("/discover?repository=acme/museum&add_SUBMIT=1&jakarta.faces.ViewState=stateless");
        assertThat(visitor.heading()).isEqualTo("This is not for you");
        visitor.open("/discover?rules:text=*/*&rules:save=x&rules_SUBMIT=1&jakarta.faces.ViewState=stateless");
        assertThat(visitor.heading()).isEqualTo("This is not for you");
        visitor.complaints().removeIf(complaint -> complaint.contains("status of 403"));
        assertThat(admin.get("/api/v1/repositories?q=acme/museum").body()).contains("\"total\":0");
        assertThat(admin.get(RULES).body()).isEqualTo(before);
    }

    private void theEndOfATokenIsToldBefore(Visitor visitor) {
        admin.put(CREDENTIAL, "{\"token\":\"sandbox-expiring\"}");
        admin.track("widgets");
        admin.collect();
        visitor.open("/overview");
        assertThat(visitor.text()).contains("The GitHub token ends on 2026-02-05, in 5 days. Replace it before.");
        Look.at(visitor, "overview-token-ends");
    }

    private void theListIsMissedWhenGitHubRefuses(Visitor visitor) {
        admin.put(CREDENTIAL, "{\"token\":\"sandbox-token\"}");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500));
        visitor.open("/discover");
        assertThat(visitor.text()).contains("GitHub did not list them.").contains("status 500");
        world.sandbox().gitHub().recover();
    }

    @Test
    void anotherCredentialIsTakenOnThePage() {
        try (Visitor visitor = world.visitor()) {
            Page page = visitor.page();
            visitor.signIn("admin@example.com");
            visitor.open("/discover");
            page.getByLabel("GitHub token").fill("wrong-token");
            visitor.press("Replace the token");
            assertThat(visitor.text()).contains("Nothing was changed. GitHub does not accept the token");
            assertThat(page.content()).doesNotContain("wrong-token");
            page.getByText("Use a GitHub App").click();
            page.getByLabel("App id or client id").fill("4242");
            page.getByLabel("Number of the installation").fill("77");
            page.getByLabel("Private key").fill("no key");
            page.getByLabel("Filter by name").fill("or");
            Look.at(visitor, "discover-app");
            visitor.press("Use this app");
            assertThat(page.locator("[id='app:privateKey-message']")).containsText("paste the whole .pem file");
            assertThat(page.content()).doesNotContain("no key");
            page.getByText("Use a GitHub App").click();
            page.getByLabel("Private key").fill(world.sandbox().gitHub().appPrivateKey());
            visitor.press("Use this app");
            assertThat(visitor.text()).contains("GitHub takes the credential");
            assertThat(visitor.text()).doesNotContain("octo-dev/hello").contains("acme/widgets");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                | 400 | token",
                "{\"token\":\" \"}                                                 | 400 | token",
                "{\"token\":\"wrong\"}                                             | 422 | does not accept the token",
                "{\"token\":\"a\",\"appId\":\"b\"}                                 | 400 | token",
                "{\"appId\":\"4242\",\"installation\":77,\"privateKey\":\"none\"}  | 400 | privateKey",
                "{\"appId\":\"4242\",\"installation\":-1,\"privateKey\":\"none\"}  | 400 | installation",
            })
    void refusesCredentialsWithAReason(String body, int status, String reason) {
        HttpResponse<String> response = admin.put(CREDENTIAL, body);
        isProblem(response, status, reason);
        assertThat(response.body()).doesNotContain("wrong\"");
        assertThat(Api.json(admin.get(DISCOVERABLE))).containsKey("items");
    }

    @Test
    void takesAnAppAndATokenAndNothingOfOthers() {
        String app = "{\"appId\":\"%s\",\"installation\":%d,\"privateKey\":\"%s\"}";
        String key = world.sandbox().gitHub().appPrivateKey().replace("\n", "\\n");
        isProblem(admin.put(CREDENTIAL, app.formatted("4242", 78, key)), 422, "no installation 78");
        isProblem(admin.put(CREDENTIAL, app.formatted("4243", 77, key)), 422, "id or private key");
        assertThat(admin.put(CREDENTIAL, app.formatted("4242", 77, key)).statusCode())
                .isEqualTo(204);
        String readByTheApp = admin.get(DISCOVERABLE).body();
        assertThat(readByTheApp).contains("\"acme\"").doesNotContain("octo-dev");
        assertThat(admin.put(CREDENTIAL, "{\"token\":\"sandbox-token\"}").statusCode())
                .isEqualTo(204);
        assertThat(admin.get(DISCOVERABLE).body()).contains("octo-dev");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.DOWN));
        isProblem(admin.put(CREDENTIAL, "{\"token\":\"sandbox-token\"}"), 503, "cannot be reached");
        isProblem(stranger.put(CREDENTIAL, "{\"token\":\"sandbox-token\"}"), 404, "no tenant");
        isProblem(admin.put(CREDENTIAL.replace("100", "101"), "{\"token\":\"x\"}"), 404, "no tenant");
    }

    @Test
    void aScheduleIsKept() {
        HttpResponse<String> added = admin.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-0101\"}");
        String address = "/api/v1/repositories/" + Api.json(added).get("id");
        assertThat(admin.put(address + "/schedule", "{\"schedule\":\"Weekly\"}").statusCode())
                .isEqualTo(204);
        isProblem(admin.put(address + "/schedule", "{\"schedule\":\"yearly\"}"), 400, "schedule");
        isProblem(admin.put(address + "/schedule", "{}"), 400, "schedule");
        isProblem(stranger.put(address + "/schedule", "{\"schedule\":\"daily\"}"), 404, "no repository");
        isProblem(
                admin.put("/api/v1/repositories/99999999/schedule", "{\"schedule\":\"daily\"}"), 404, "no repository");
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.open(address.replace("/api/v1/repositories/", "/repository?id="));
            assertThat(visitor.page().getByLabel("How often it is collected")).hasValue("weekly");
            visitor.page().getByLabel("How often it is collected").selectOption("paused");
            visitor.press("Save");
            assertThat(visitor.text()).contains("The schedule is saved");
            assertThat(visitor.page().getByLabel("How often it is collected")).hasValue("paused");
            Look.at(visitor, "repository-paused");
            assertThat(visitor.complaints()).isEmpty();
        }
        admin.delete(address + "?history=delete");
    }

    @Test
    void whoManagesNothingDiscoversNothing() {
        try (Visitor visitor = world.signedIn("stranger@example.com")) {
            visitor.open("/discover");
            assertThat(visitor.heading()).isEqualTo("This is not for you");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Map<String, Object> found, String name) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(found.get("items")))
                .stream()
                        .filter(one -> name.equals(one.get("name")))
                        .findFirst()
                        .orElseThrow();
    }

    private static void isProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Api.header(response, "content-type")).startsWith("application/problem+json");
        assertThat(response.body()).contains(detail);
    }
}
