package ghtraffic.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the Python application was called at leads to what took its place, which decides who may see it. */
@ExtendWith(SharedWorld.class)
class LegacyAddressesIT {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/login", "/sign-in"),
            Map.entry("/logout", "/"),
            Map.entry("/user/profile", "/profile"),
            Map.entry("/repos/list", "/overview"),
            Map.entry("/repos/stats", "/daily"),
            Map.entry("/repos/statsweekly", "/weekly"),
            Map.entry("/repos/linechart", "/compare"),
            Map.entry("/repos/dashboard", "/overview"),
            Map.entry("/repos/newdashboard", "/overview"),
            Map.entry("/admin/initialize-app", "/set-up"),
            Map.entry("/admin/systemlog", "/collections"),
            Map.entry("/admin/collectStats", "/collections"),
            Map.entry("/admin/newtenant", "/tenants"));

    private static final Map<String, String> FILES = Map.of(
            "/data/repostats.csv", "/api/v1/traffic.csv?from=2016-01-31",
            "/data/repositories.csv", "/api/v1/repositories.csv",
            "/data/repostats.json", "/api/v1/traffic?from=2016-01-31");

    private final World world;
    private final Api admin;

    LegacyAddressesIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
    }

    @Test
    void pagesLeadToTheirSuccessors() {
        PAGES.forEach((old, successor) -> {
            leads(admin.get(old), successor);
            leads(admin.get(old + "?next=https://example.com/"), successor);
        });
    }

    @Test
    void whoIsNotSignedInGetsThereBySigningIn() {
        leads(admin.anonymous("/login"), "/sign-in");
        leads(admin.anonymous("/logout"), "/");
        assertThat(Api.header(admin.anonymous("/repos/stats"), "location")).isEqualTo("/sign-in");
        assertThat(Api.header(admin.anonymous("/data/repostats.csv"), "location"))
                .isEqualTo("/sign-in");
    }

    @Test
    void filesLeadScriptsToTheApiWhichAsksForTheirRights() {
        FILES.forEach((old, successor) -> {
            leads(admin.get(old), successor);
            assertThat(admin.get(successor).statusCode()).isEqualTo(200);
            assertThat(world.api("stranger@example.com").get(successor).body()).doesNotContain("acme");
        });
        assertThat(admin.anonymous("/api/v1/traffic.csv").statusCode()).isEqualTo(401);
    }

    @Test
    void theTimerOutsideIsHeardAsBefore() {
        HttpResponse<String> refused = admin.post("/collectStats", "{\"token\":\"wrong\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"message\"", "\"repoCount\"");
    }

    @Test
    void whoFollowsAnOldAddressInABrowserSignsInAndSeesWhatHeMay() throws IOException {
        try (Visitor ada = world.visitor();
                Visitor stranger = world.visitor()) {
            Download file = ada.page().waitForDownload(() -> {
                follow(ada.page(), "/data/repostats.csv");
                ada.enter("admin@example.com");
            });
            assertThat(file.suggestedFilename()).isEqualTo("traffic.csv");
            assertThat(Files.readString(file.path())).startsWith("RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES");
            for (String old : PAGES.keySet()) {
                Response response = Objects.requireNonNull(
                        ada.page().navigate(world.sandbox().url() + old));
                assertThat(response.status()).as(old).isEqualTo(200);
            }
            ada.open("/repos/list");
            assertThat(ada.heading()).isEqualTo("Overview");
            ada.open("/logout");
            assertThat(ada.heading()).as("nobody is signed out by a link").isEqualTo("Overview");

            follow(stranger.page(), "/admin/newtenant");
            stranger.enter("stranger@example.com");
            stranger.page().waitForURL(world.sandbox().url() + "/**");
            assertThat(stranger.heading()).isEqualTo("This is not for you");
            stranger.open("/admin/systemlog");
            assertThat(stranger.heading()).isEqualTo("This is not for you");
            stranger.open("/repos/dashboard");
            assertThat(stranger.heading()).isEqualTo("Nothing is shared with you yet");
        }
    }

    private void follow(Page page, String path) {
        page.navigate(world.sandbox().url() + path);
    }

    private static void leads(HttpResponse<String> response, String successor) {
        assertThat(response.statusCode()).as(successor).isEqualTo(302);
        assertThat(Api.header(response, "location")).isEqualTo(successor);
    }
}
