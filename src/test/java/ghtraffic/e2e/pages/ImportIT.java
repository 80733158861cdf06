package ghtraffic.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody brings along what another tool has collected. */
@ExtendWith(SharedWorld.class)
class ImportIT {

    private static final String STATS = "time_iso8601,clones_total,clones_unique,views_total,views_unique\n";

    private final World world;

    ImportIT(World world) {
        this.world = world;
    }

    @Test
    void aFileIsRefusedWithReasonsThenImportedAndSeen() {
        try (Visitor admin = world.visitor()) {
            admin.signIn("admin@example.com");
            admin.add("acme/widgets");
            admin.open("/repositories");
            admin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import a file"))
                    .click();
            assertThat(admin.heading()).isEqualTo("Import a file");
            Look.at(admin, "import");

            admin.press("Import");
            assertThat(admin.text()).contains("Choose a file");
            choose(admin, STATS + "2020-12-14 00:00:00+00:00,2,2,131,32\n");
            admin.press("Import");
            assertThat(admin.text()).contains("Choose the repository");
            Look.at(admin, "import-no-repository");

            choose(
                    admin,
                    STATS + "2020-12-14 00:00:00+00:00,2,x,131,32\n<script>alert(1)</script>,2,2,131,32\n"
                            + "2020-12-16 00:00:00+00:00,2,2,131\n");
            admin.page().getByLabel("github-repo-stats").check();
            repository(admin, "acme/widgets");
            admin.press("Import");
            assertThat(admin.text())
                    .contains("Nothing was imported. 3 lines are wrong.")
                    .contains("clones_unique is no whole number: x")
                    .contains("<script>alert(1)</script>");
            assertThat(admin.page().getByLabel("github-repo-stats").isChecked())
                    .as("what was chosen stays chosen")
                    .isTrue();
            Look.at(admin, "import-refused");

            choose(admin, STATS + "2020-12-14 00:00:00+00:00,2,2,131,32\n2020-12-15 00:00:00+00:00,,,216,35\n");
            admin.press("Import");
            assertThat(admin.text()).contains("All of the file is imported.").containsPattern("New days\\s+2\\b");
            Look.at(admin, "import-done");
            choose(admin, STATS + "2020-12-14 00:00:00+00:00,2,2,131,32\n");
            admin.press("Import");
            assertThat(admin.text()).containsPattern("Unchanged days\\s+1\\b");

            admin.open("/repository?id="
                    + admin.page().locator("option:checked").getAttribute("value") + "&period=all&interval=day");
            admin.page().getByText("The same numbers as a table").first().click();
            assertThat(admin.text()).contains("2020-12-15").contains("216");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void aFileThatIsTooLargeIsToldSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stats.csv");
        try (Visitor admin = world.signedIn("admin@example.com")) {
            for (int megabytes : new int[] {21, 30}) {
                Files.writeString(
                        file,
                        "RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES\n" + "x\n".repeat(megabytes * 512 * 1024));
                admin.open("/import");
                admin.page().getByLabel("CSV file").setInputFiles(file);
                admin.press("Import");
                assertThat(admin.text()).contains("larger than 20 MB");
                Look.at(admin, "import-" + megabytes);
            }
        }
    }

    @Test
    void whoManagesNoTenantIsRefused() {
        try (Visitor stranger = world.visitor()) {
            stranger.signIn("stranger@example.com");
            Response response = Objects.requireNonNull(
                    stranger.page().navigate(world.sandbox().url() + "/import"));
            assertThat(response.status()).isEqualTo(403);
            assertThat(stranger.heading()).isEqualTo("This is not for you");
            assertThat((int) stranger.page().evaluate("""
                            async () => {
                              const body = new FormData();
                              body.set('form_SUBMIT', '1');
                              body.set('form:load', 'Import');
                              body.set('form:file', new Blob(['RID']), 'a.csv');
                              body.set('jakarta.faces.ViewState', 'stateless');
                              return (await fetch('/import', {method: 'POST', body})).status;
                            }""")).isEqualTo(403);
        }
    }

    private static void choose(Visitor visitor, String csv) {
        visitor.page()
                .getByLabel("CSV file")
                .setInputFiles(new FilePayload("stats.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static void repository(Visitor visitor, String name) {
        visitor.page()
                .getByLabel("Repository", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(name));
    }
}
