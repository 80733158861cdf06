package ghtraffic.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes on days: two tenants track the same repository, and neither sees what the other writes. */
@ExtendWith(SharedWorld.class)
class NotesPageIT {

    private static final String DAY = "2026-01-30";
    private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

    private final World world;
    private final Api admin;
    private final Api viewer;
    private String repository = "";
    private String second = "";
    private String user = "";

    NotesPageIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
        this.viewer = world.api("viewer@example.com");
    }

    @BeforeEach
    void twoTenantsTrackIt() {
        WorldBuilder builder = WorldBuilder.in(world)
                .tenant("Second", "octo-dev")
                .user("viewer@example.com")
                .grant("viewer@example.com", "Second", "tenant")
                .track("load-0007");
        second = builder.id("Second");
        user = builder.id("viewer@example.com");
        repository = builder.id("load-0007");
        assertThat(id(viewer.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"load-0007\"}")))
                .isEqualTo(repository);
    }

    @AfterEach
    void nobodyTracksIt() {
        admin.delete("/api/v1/repositories/" + repository + "?history=delete");
        admin.delete("/api/v1/tenants/" + second + "?history=delete");
        admin.delete("/api/v1/users/" + user);
    }

    private void grant(String tenant, String role) {
        assertThat(admin.post(
                                "/api/v1/grants",
                                "{\"user\":" + user + ",\"tenant\":" + tenant + ",\"role\":\"" + role + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private static String id(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return String.valueOf(Api.json(made).get("id"));
    }

    private String notes() {
        return "/api/v1/repositories/" + repository + "/notes";
    }

    @Test
    void aNoteIsWrittenSeenByItsTenantAndRemovedOnThePage() {
        assertThat(viewer.post(notes(), "{\"day\":\"" + DAY + "\",\"text\":\"Of the second tenant\"}")
                        .statusCode())
                .isEqualTo(201);
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/repository?id=" + repository);
            Page page = ada.page();
            assertThat(ada.text()).contains("None in this range.").doesNotContain("Of the second tenant");

            page.evaluate("() => document.getElementById('note').noValidate = true");
            page.getByLabel("Day", EXACT).fill("2026-02-01");
            ada.press("Write the note");
            assertThat(ada.text()).contains("This must not be after today, 2026-01-31.");
            page.evaluate("() => document.getElementById('note').noValidate = true");
            page.getByLabel("Day", EXACT).fill(DAY);
            page.getByLabel("Link (optional)").fill("javascript:alert(1)");
            page.getByLabel("Note", EXACT).fill("x");
            ada.press("Write the note");
            assertThat(ada.text()).contains("This must be an address that begins with https:// or http://");

            page.getByLabel("Link (optional)").fill("https://example.com/news?a=1&b=2");
            page.getByLabel("Note", EXACT).fill("Version 2 <b>was</b> announced\nand read by many");
            ada.press("Write the note");
            assertThat(ada.text())
                    .contains("The note is written.", DAY, "Version 2 <b>was</b> announced", "admin@example.com")
                    .doesNotContain("Of the second tenant");
            assertThat(page.locator(".notes a").getAttribute("href")).isEqualTo("https://example.com/news?a=1&b=2");
            Look.at(ada, "repository-notes");

            page.locator(".notes summary").click();
            Look.at(ada, "repository-note-removal");
            ada.press("Remove the note");
            assertThat(ada.text()).contains("The note is removed.", "None in this range.");
            assertThat(ada.complaints()).isEmpty();
        }
        assertThat(viewer.get(notes()).body()).contains("Of the second tenant").doesNotContain("Version 2");
        assertThat(admin.get("/api/v1/audit?q=note.").body())
                .contains("note.write", "note.remove", "Version 2 <b>was</b> announced");
    }

    @Test
    void aNoteMeantForOneTenantIsNeverWrittenForAnother() {
        grant("100", "tenant");
        grant("100", "tenantstats");
        try (Visitor bob = world.visitor()) {
            bob.signIn("viewer@example.com");
            bob.open("/repository?id=" + repository);
            bob.page().getByLabel("Tenant", EXACT).selectOption("Second");
            bob.page().getByLabel("Note", EXACT).fill("For the second only");
            take(second, "tenant");
            bob.press("Write the note");
            assertThat(bob.text()).contains("Nothing was written.").doesNotContain("The note is written.");
            assertThat(bob.page().getByLabel("Note", EXACT).inputValue()).isEqualTo("For the second only");
            assertThat(list(viewer, "")).isEmpty();

            assertThat(bob.text()).as("whom the next one is for").doesNotContain("through Second");
            grant(second, "tenant");
            bob.press("Write the note");
            assertThat(bob.text()).contains("The note is written.");
            assertThat(list(admin, "")).as("the first is what the form named").containsExactly("For the second only");

            bob.page().getByLabel("Note", EXACT).fill("For whom?");
            take("100", "tenant");
            take(second, "tenant");
            bob.press("Write the note");
            assertThat(bob.text()).contains("Nothing was written.");
            assertThat(bob.complaints()).isEmpty();
        }
        assertThat(list(admin, "")).hasSize(1);
    }

    private void take(String tenant, String role) {
        assertThat(admin.delete("/api/v1/grants?user=" + user + "&tenant=" + tenant + "&role=" + role)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theApiWritesListsAndRemoves() {
        HttpResponse<String> made =
                admin.post(notes(), "{\"day\":\"" + DAY + "\",\"text\":\"Talk\",\"link\":\"https://example.com/\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String address =
                URI.create(Objects.requireNonNull(Api.header(made, "location"))).getPath();
        Map<String, Object> note = Api.json(made);
        assertThat(note)
                .containsEntry("day", DAY)
                .containsEntry("text", "Talk")
                .containsEntry("link", "https://example.com/")
                .containsEntry("author", "admin@example.com");
        assertThat(address).isEqualTo(notes() + "/" + note.get("id"));

        assertThat(list(admin, "?from=2026-01-30&to=2026-01-30")).containsExactly("Talk");
        assertThat(list(admin, "?from=2026-01-29&to=2026-01-29")).isEmpty();
        assertThat(list(viewer, "")).isEmpty();
        assertThat(viewer.delete(address).statusCode()).isEqualTo(404);

        grant("100", "tenantstats");
        assertThat(list(viewer, "")).as("through the first tenant").containsExactly("Talk");
        assertThat(viewer.delete(address).statusCode()).isEqualTo(403);
        assertThat(viewer.post(notes(), "{\"day\":\"" + DAY + "\",\"text\":\"x\",\"tenant\":100}")
                        .statusCode())
                .as("looking is no writing")
                .isEqualTo(404);
        assertThat(viewer.post(notes(), "{\"day\":\"" + DAY + "\",\"text\":\"Theirs\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(list(admin, "")).containsExactly("Talk");
        String markers = notes().replace("/notes", "/markers?from=2026-01-30&to=2026-01-30");
        assertThat(admin.get(markers).body())
                .contains("\"kind\":\"note\",", "\"title\":\"Talk\"")
                .doesNotContain("Theirs");
        assertThat(viewer.get(markers).body()).contains("Talk", "Theirs");

        assertThat(admin.delete(address).statusCode()).isEqualTo(204);
        assertThat(admin.delete(address).statusCode()).isEqualTo(404);
    }

    @Test
    void badInputIsRefusedWithTheNameOfTheField() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "{\"day\":\"soon\",\"text\":\"x\"}",
                        "day",
                        "{\"text\":\"x\"}",
                        "day",
                        "{\"day\":\"2026-01-30\",\"text\":\" \"}",
                        "text",
                        "{\"day\":\"2026-01-30\",\"text\":\"" + "x".repeat(501) + "\"}",
                        "text",
                        "{\"day\":\"2026-01-30\",\"text\":\"x\",\"link\":\"javascript:alert(1)\"}",
                        "link")
                .entrySet()) {
            HttpResponse<String> refused = admin.post(notes(), wrong.getKey());
            assertThat(refused.statusCode()).as(wrong.getKey()).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"" + wrong.getValue() + "\"");
        }
        assertThat(admin.get(notes() + "?from=never").statusCode()).isEqualTo(400);
        assertThat(list(admin, "")).isEmpty();
    }

    @Test
    void aTokenThatMayOnlyReadRemovesNothing() {
        HttpResponse<String> made = admin.post(notes(), "{\"day\":\"" + DAY + "\",\"text\":\"Talk\"}");
        String address = notes() + "/" + Api.json(made).get("id");
        String token = String.valueOf(
                Api.json(admin.post("/api/v1/tokens", "{\"name\":\"notes\"}")).get("token"));
        for (String method : List.of("DELETE " + address, "POST " + notes())) {
            String[] parts = method.split(" ");
            HttpResponse<String> refused = admin.raw(HttpRequest.newBuilder(
                            URI.create(world.sandbox().url() + parts[1]))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(parts[0], HttpRequest.BodyPublishers.ofString("{\"day\":\"" + DAY + "\",\"text\":\"x\"}")));
            assertThat(refused.statusCode()).as(method).isEqualTo(403);
        }
        assertThat(list(admin, "")).containsExactly("Talk");
    }

    private List<String> list(Api caller, String query) {
        return ((List<?>) Objects.requireNonNull(
                        Api.json(caller.get(notes() + query)).get("notes")))
                .stream()
                        .map(note -> String.valueOf(((Map<?, ?>) note).get("text")))
                        .toList();
    }
}
