package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators decide who may do what; what they change holds at the next request, and is kept in the audit log. */
class AdministrationIT {

    private static final String VIEWER = "viewer@example.com";

    private static World world;
    private static Api admin;
    private static Api viewer;
    private static String repository = "";

    @BeforeAll
    static void startSandbox() {
        WorldBuilder builder = WorldBuilder.anew().track("widgets", "load-0001");
        world = builder.world();
        repository = builder.id("widgets");
        admin = world.api("admin@example.com");
        viewer = world.api(VIEWER);
    }

    /** Nobody but the first administrator is known, and nothing is granted. */
    @BeforeEach
    void forgetUsers() {
        for (Map<?, ?> user : items(admin.get("/api/v1/users?q=example"))) {
            if (!String.valueOf(user.get("email")).startsWith("admin@")) {
                assertThat(admin.delete("/api/v1/users/" + user.get("id")).statusCode())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    void whatIsGrantedInThePagesOpensAtTheNextRequestAndCloses() {
        try (Visitor ada = world.visitor();
                Visitor vera = world.visitor()) {
            vera.signIn(VIEWER);
            assertThat(vera.heading()).isEqualTo("Nothing is shared with you yet");
            ada.signIn("admin@example.com");
            Page page = ada.page();
            page.getByText("Administration").click();
            Look.at(ada, "users");
            page.getByLabel("E-mail address").fill("no address");
            page.evaluate("() => document.querySelector('#invite').noValidate = true");
            ada.press("Invite");
            assertThat(ada.text()).contains("This is no e-mail address.");
            page.getByLabel("E-mail address").fill("Viewer@Example.com");
            page.getByLabel("Name (optional)").fill("Vera <b>Viewer</b>");
            ada.press("Invite");
            assertThat(ada.heading()).isEqualTo(VIEWER);
            ada.press("Grant");
            assertThat(ada.text()).contains("Choose what they may do, or name one repository.", "Nothing is granted.");
            page.getByLabel("What they may do").selectOption(new SelectOption().setValue("tenantstats"));
            page.getByLabel("Repository (for one alone)").fill("acme/widgets");
            ada.press("Grant");
            assertThat(ada.text()).contains("This is about all repositories of the tenant.", "Nothing is granted.");
            page.getByLabel("Repository (for one alone)").fill("");
            ada.press("Grant");
            assertThat(ada.text())
                    .contains("This opens all repositories of Ada Admin to " + VIEWER, "Nothing is granted.");
            Look.at(ada, "user-grant-all");
            ada.press("Grant all of them");
            assertThat(ada.text()).contains("Granted.", "Viewer of a tenant's traffic");
            page.getByText("Take back Viewer of a tenant's traffic").click();
            ada.press("Take it back");
            page.getByLabel("Repository (for one alone)").fill("acme/unknown");
            ada.press("Grant");
            assertThat(ada.text()).contains("The tenant does not track acme/unknown.");
            page.getByLabel("Repository (for one alone)").fill("Acme/Widgets");
            ada.press("Grant");
            assertThat(ada.text()).contains("Granted.", "Viewer of a repository's traffic", "acme/widgets");
            Look.at(ada, "user");

            vera.open("/overview");
            assertThat(vera.text()).contains("acme/widgets").doesNotContain("load-0001");
            page.getByText("Take back Viewer of a repository's traffic, Ada Admin acme/widgets")
                    .click();
            Look.at(ada, "user-take-back");
            vera.open("/repository?id=" + repository);
            assertThat(vera.heading()).as("asked first").isEqualTo("acme/widgets");
            ada.press("Take it back");
            assertThat(ada.text()).contains("Taken back.", "Nothing is granted.");
            vera.open("/repository?id=" + repository);
            assertThat(vera.heading()).isEqualTo("There is nothing here");
            vera.open("/overview");
            assertThat(vera.heading()).isEqualTo("Nothing is shared with you yet");

            page.getByText("Do not let in any more").click();
            vera.open("/profile");
            assertThat(vera.heading()).as("asked first").isEqualTo("Vera <b>Viewer</b>");
            ada.press("Shut out");
            assertThat(ada.text()).contains("Not let in.");
            vera.open("/profile");
            assertThat(vera.heading()).isEqualTo("You may not come in");
            ada.press("Let in again");
            vera.open("/profile");
            assertThat(vera.heading()).isEqualTo("Vera <b>Viewer</b>");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void onlyAdministratorsAdminister() {
        for (String page : List.of("/users", "/user?id=100", "/tenants", "/tenant?tenant=100", "/audit")) {
            try (Visitor vera = world.signedIn(VIEWER)) {
                vera.open(page);
                assertThat(vera.heading()).as(page).isEqualTo("This is not for you");
            }
        }
        for (String call : List.of("users", "users/100", "tenants", "tenants/100", "audit", "grants?tenant=100")) {
            assertThat(viewer.get("/api/v1/" + call).statusCode()).as(call).isEqualTo(403);
        }
        assertThat(viewer.post("/api/v1/users", "{\"email\":\"x@example.com\"}").statusCode())
                .isEqualTo(403);
        assertThat(viewer.delete("/api/v1/users/100").statusCode()).isEqualTo(403);
        assertThat(viewer.delete("/api/v1/tenants/100").statusCode()).isEqualTo(403);
        assertThat(viewer.put("/api/v1/tenants/100", "{\"name\":\"x\",\"gitHubUser\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void somebodyAlwaysAdministers() {
        for (String change : List.of("{\"roles\":[]}", "{\"roles\":[\"sysmaint\"]}", "{\"disabled\":true}")) {
            HttpResponse<String> refused = admin.patch("/api/v1/users/100", change);
            assertThat(refused.statusCode()).as(change).isEqualTo(409);
            assertThat(refused.body()).contains("Nobody else administers");
        }
        assertThat(admin.delete("/api/v1/users/100").statusCode()).isEqualTo(409);
        int vera = invite(VIEWER);
        assertThat(admin.patch("/api/v1/users/" + vera, "{\"roles\":[\"admin\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(viewer.patch("/api/v1/users/100", "{\"roles\":[]}").statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/users").statusCode()).isEqualTo(403);
        assertThat(viewer.delete("/api/v1/users/" + vera).statusCode()).isEqualTo(409);
        assertThat(viewer.patch("/api/v1/users/100", "{\"roles\":[\"admin\"]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAccessTokenOpensNoMoreThanItsScopesAndItsOwner() {
        String reading = token(admin, "{\"name\":\"BI\"}");
        assertThat(with(reading, "GET", "/api/v1/repositories").body()).contains("widgets");
        Map<String, Object> me = Api.json(with(reading, "GET", "/api/v1/me"));
        assertThat(me.get("roles"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("tenantstats");
        for (String call : List.of(
                "GET users", "GET audit", "POST collections", "POST tokens", "DELETE repositories/" + repository)) {
            String[] parts = call.split(" ");
            assertThat(with(reading, parts[0], "/api/v1/" + parts[1]).statusCode())
                    .as(call)
                    .isEqualTo(403);
        }
        String managing = token(admin, "{\"name\":\"Robot\",\"scopes\":[\"manage\"],\"days\":7}");
        assertThat(with(managing, "GET", "/api/v1/users").statusCode()).isEqualTo(403);
        assertThat(with(managing, "GET", "/api/v1/repositories/discoverable").statusCode())
                .isEqualTo(200);
        String administering = token(admin, "{\"name\":\"Root\",\"scopes\":[\"administer\"]}");
        assertThat(with(administering, "GET", "/api/v1/users").statusCode()).isEqualTo(200);
        assertThat(with(administering, "GET", "/api/v1/repositories/discoverable")
                        .statusCode())
                .isEqualTo(403);

        int vera = invite(VIEWER);
        String hers = token(viewer, "{\"name\":\"hers\",\"scopes\":[\"manage\",\"administer\"]}");
        assertThat(with(hers, "GET", "/api/v1/users").statusCode()).isEqualTo(403);
        assertThat(with(hers, "GET", "/api/v1/repositories/" + repository).statusCode())
                .isEqualTo(404);
        String grant =
                "{\"user\":" + vera + ",\"tenant\":100,\"role\":\"repostats\",\"repository\":" + repository + "}";
        assertThat(admin.post("/api/v1/grants", grant).statusCode()).isEqualTo(204);
        assertThat(with(hers, "GET", "/api/v1/repositories/" + repository).statusCode())
                .isEqualTo(200);
        String same = "?user=" + vera + "&tenant=100&role=repostats&repository=" + repository;
        assertThat(admin.delete("/api/v1/grants" + same).statusCode()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/grants" + same).statusCode()).isEqualTo(404);
        assertThat(with(hers, "GET", "/api/v1/repositories/" + repository).statusCode())
                .isEqualTo(404);
        admin.patch("/api/v1/users/" + vera, "{\"disabled\":true}");
        assertThat(with(hers, "GET", "/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/api/v1/me").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenThatIsRevokedExpiredOrMadeUpOpensNothing() {
        String token = token(admin, "{\"name\":\"short\",\"days\":1}");
        assertThat(with(token, "GET", "/api/v1/me").statusCode()).isEqualTo(200);
        String now = String.valueOf(Api.json(admin.get("/sandbox/clock")).get("now"));
        admin.put("/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");
        assertThat(with(token, "GET", "/api/v1/me").statusCode()).isEqualTo(401);
        admin.put("/sandbox/clock", "{\"now\":\"" + now + "\"}");
        assertThat(with(token, "GET", "/api/v1/me").statusCode()).isEqualTo(200);
        Map<?, ?> item = items(admin.get("/api/v1/tokens")).stream()
                .filter(one -> "short".equals(one.get("name")))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("lastUsedAt")).isNotNull();
        assertThat(viewer.delete("/api/v1/tokens/" + item.get("id")).statusCode())
                .isEqualTo(404);
        assertThat(admin.delete("/api/v1/tokens/" + item.get("id")).statusCode())
                .isEqualTo(204);
        for (String bad :
                List.of(token, token.toLowerCase(java.util.Locale.ROOT), "gta_" + "A".repeat(43), "gta_", "x")) {
            HttpResponse<String> refused = with(bad, "GET", "/api/v1/me");
            assertThat(refused.statusCode()).as(bad).isEqualTo(401);
            assertThat(Api.header(refused, "content-type")).startsWith("application/problem+json");
            assertThat(refused.body()).doesNotContain(bad.length() > 1 ? bad : "\u0000");
        }
    }

    @Test
    void theProfileSaysWhoOneIsAndMakesTokensThatAreShownOnce() {
        try (Visitor ada = world.visitor()) {
            ada.signIn("admin@example.com");
            ada.page().getByTitle("Profile of admin@example.com").click();
            assertThat(ada.heading()).isEqualTo("Ada Admin");
            assertThat(ada.text())
                    .contains(
                            "Administrator, Manager of a tenant's repositories",
                            "acme/widgets",
                            world.sandbox().issuer());
            ada.press("Make a token");
            assertThat(ada.text()).contains("This must not be blank.");
            ada.page().locator("[id='tokens:name']").fill("Morning report");
            ada.page().getByLabel("Manage repositories").check();
            ada.press("Make a token");
            String token = ada.page().locator(".token").innerText();
            ada.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            ada.press("Copy");
            assertThat(ada.page().getByText("Copied", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(ada.page().evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo(token);
            Look.at(ada, "profile");
            assertThat(with(token, "GET", "/api/v1/me").statusCode()).isEqualTo(200);
            ada.open("/profile");
            assertThat(ada.page().content()).contains("Morning report").doesNotContain(token);
            ada.page().getByText("Revoke Morning report").click();
            assertThat(with(token, "GET", "/api/v1/me").statusCode())
                    .as("asked first")
                    .isEqualTo(200);
            ada.press("Revoke the token");
            assertThat(ada.text()).contains("The token works no more.");
            assertThat(with(token, "GET", "/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void tenantsAreMadeGivenACredentialAndRemoved() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/tenants");
            ada.page().getByLabel("Name").fill("Tools");
            ada.page().getByLabel("GitHub user or organisation").fill("not a user");
            ada.press("Make");
            assertThat(ada.text()).contains("letters, digits and hyphens");
            ada.page().getByLabel("GitHub user or organisation").fill("acme-tools");
            ada.press("Make");
            assertThat(ada.heading()).isEqualTo("Tools");
            assertThat(ada.text()).contains("There is no credential.", "Nobody.");
            String tenant = ada.page().url().replaceFirst(".*tenant=([0-9]+).*", "$1");
            ada.page().locator("[id='token:token']").fill("wrong-token");
            ada.press("Replace the token");
            assertThat(ada.text()).contains("Nothing was changed. GitHub does not accept the token");
            ada.page().locator("[id='token:token']").fill("sandbox-token");
            ada.press("Replace the token");
            assertThat(ada.text()).contains("GitHub takes the credential").doesNotContain("There is no credential");
            Look.at(ada, "tenant");
            int vera = invite(VIEWER);
            assertThat(admin.post(
                                    "/api/v1/grants",
                                    "{\"user\":" + vera + ",\"tenant\":" + tenant + ",\"role\":\"tenant\"}")
                            .statusCode())
                    .isEqualTo(204);
            HttpResponse<String> added =
                    viewer.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"widgets\"}");
            assertThat(added.statusCode()).isEqualTo(201);
            assertThat(viewer.get("/api/v1/repositories/" + repository).statusCode())
                    .isEqualTo(200);
            ada.open("/tenant?tenant=" + tenant);
            assertThat(ada.text()).contains("tracks 1 repository", VIEWER);
            ada.page()
                    .getByText("Remove", new Page.GetByTextOptions().setExact(true))
                    .click();
            ada.page().getByLabel("Delete them for good").check();
            ada.press("Remove the tenant");
            assertThat(ada.text()).contains("The tenant is removed").doesNotContain("Tools");
            Look.at(ada, "tenants");
            assertThat(viewer.get("/api/v1/repositories/" + repository).statusCode())
                    .isEqualTo(404);
            assertThat(admin.get("/api/v1/repositories/" + repository).statusCode())
                    .as("what another tenant tracks stays")
                    .isEqualTo(200);
            assertThat(admin.get("/api/v1/tenants/" + tenant).statusCode()).isEqualTo(404);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void theAuditLogSaysWhoChangedWhatFromWhere() {
        int vera = invite("audited@example.com");
        admin.patch("/api/v1/users/" + vera, "{\"roles\":[\"sysmaint\"],\"name\":\"Au Dit\"}");
        String robot = token(admin, "{\"name\":\"auditor\",\"scopes\":[\"administer\"]}");
        with(robot, "DELETE", "/api/v1/users/" + vera);
        List<Map<?, ?>> entries = items(admin.get("/api/v1/audit?q=audited@example&size=4"));
        assertThat(entries.stream().map(one -> String.valueOf(one.get("action"))))
                .containsExactly("user.remove", "user.roles", "user.rename", "user.invite");
        assertThat(String.valueOf(entries.get(0).get("via"))).contains("access token", "auditor");
        assertThat(entries.get(1).get("before")).isEqualTo("no roles");
        assertThat(entries.get(1).get("after")).isEqualTo("System maintainer");
        assertThat(entries).allSatisfy(one -> {
            assertThat(one.get("actor")).isEqualTo("admin@example.com");
            assertThat(String.valueOf(one.get("address"))).contains("127.0.0.1");
        });
        admin.put("/api/v1/tenants/100/credential", "{\"token\":\"sandbox-token\"}");
        String all = admin.get("/api/v1/audit?size=500").body();
        assertThat(all)
                .contains("tenant.credential", "repository.add", "server.set-up", "token.create")
                .doesNotContain("sandbox-token")
                .doesNotContain(robot);
        HttpResponse<String> second = admin.get("/api/v1/audit?size=2&page=1");
        assertThat(Api.header(second, "link")).contains("rel=\"prev\"", "page=0");
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/audit?q=audited");
            assertThat(ada.text()).contains("user.invite", "audited@example.com", "127.0.0.1");
            Look.at(ada, "audit");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    private static int invite(String email) {
        HttpResponse<String> response = admin.post("/api/v1/users", "{\"email\":\"" + email + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Integer.parseInt(String.valueOf(Api.json(response).get("id")));
    }

    private static String token(Api owner, String wish) {
        HttpResponse<String> response = owner.post("/api/v1/tokens", wish);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return String.valueOf(Api.json(response).get("token"));
    }

    private static HttpResponse<String> with(String token, String method, String path) {
        return admin.raw(HttpRequest.newBuilder(URI.create(world.sandbox().url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{\"name\":\"x\"}" : "")));
    }

    private static List<Map<?, ?>> items(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return ((List<?>) Objects.requireNonNull(Api.json(response).get("items")))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
