package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables of days and weeks, and the comparison: what their numbers are, how they are ordered, chosen and taken along. */
@ExtendWith(SharedWorld.class)
class TablesIT {

    private static final int LINES = 9;

    private final World world;
    private final Api admin;
    private final List<String> ids = new ArrayList<>();

    TablesIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
    }

    @BeforeEach
    void nineAreCollectedAndOneWasLongBefore() {
        WorldBuilder builder = WorldBuilder.in(world);
        for (int i = 1; i <= LINES; i++) {
            builder.track("load-010" + i);
        }
        for (Map<?, ?> item : items("acme/load-010")) {
            ids.add(String.valueOf(item.get("id")));
        }
        assertThat(ids).hasSize(LINES);
        builder.collectOnce("load-0101").days(ids.get(0) + ",2025-11-05,12345,5,4,3\n");
    }

    private List<Map<?, ?>> items(String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        Object found =
                Api.json(admin.get("/api/v1/repositories?sort=name&q=" + name)).get("items");
        ((List<?>) Objects.requireNonNull(found)).forEach(item -> items.add((Map<?, ?>) item));
        return items;
    }

    @Test
    void theTableOfDaysShowsGapsTodayAndWhatIsOrderedBy() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/daily?q=acme/load-010&period=28d");
            Page page = ada.page();
            assertThat(page.locator("tbody tr")).hasCount(50);
            assertThat(page.locator("tbody tr").first())
                    .containsText(Pattern.compile("2026-01-31.*partial.*acme/load-0101", Pattern.DOTALL));
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Repository").setExact(true))
                    .click();
            assertThat(page.locator("tr.missing")).hasCount(14);
            Look.at(ada, "daily");

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Views").setExact(true))
                    .click();
            assertThat(page.locator("[aria-sort=descending]")).hasText("Views");
            assertThat(numbers(page, 3))
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .hasSize(50);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                    .click();
            assertThat(page.locator("main")).containsText("Page 2");
            assertThat(page.locator("[aria-sort=descending]")).hasText("Views");

            ada.open("/daily?q=load-0101&period=91d&sort=date");
            assertThat(page.locator("tbody tr").first()).containsText("12,345");
            assertThat(page.locator("tbody tr").nth(1)).containsText("not collected");
            page.keyboard().press("W");
            assertThat(page).hasURL(Pattern.compile(".*q=load-0101.*period=7d.*"));
            assertThat(page.locator("tbody tr")).hasCount(8);

            ada.open("/daily?q=load-0101&period=7d&page=999");
            assertThat(ada.text()).contains("The list is not that long.").doesNotContain("Nothing was collected");
            page.getByText("Show its beginning").click();
            assertThat(page.locator("tbody tr")).hasCount(8);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Weeks"))
                    .click();
            page.waitForURL(Pattern.compile("/weekly\\?q=load-0101&sort=.*period=7d"));
            page.getByPlaceholder("Filter by name").fill("load-0102");
            page.getByPlaceholder("Filter by name").press("Enter");
            page.waitForURL(Pattern.compile("/weekly\\?.*sort=.*period=7d.*q=load-0102"));

            ada.open("/daily?q=no-such-name&period=91d");
            assertThat(ada.text()).contains("No repository has “no-such-name” in its name.");
            Look.at(ada, "daily-nothing");
            page.getByText("Show all").click();
            page.waitForURL(Pattern.compile("/daily\\?sort=.*period=91d"));
            ada.open("/daily?page=x&sort=nonsense&period=never");
            assertThat(ada.text()).contains("“never” is no range");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void theTableOfWeeksIsTakenAlongAsAFile() throws IOException {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/weekly?q=load-0102&period=28d");
            Page page = ada.page();
            assertThat(ada.heading()).isEqualTo("By week");
            assertThat(page.locator("tbody tr").first()).containsText("2026-01-26");
            Look.at(ada, "weekly");
            Download download =
                    page.waitForDownload(() -> page.getByText("Download CSV").click());
            List<String> lines = Files.readAllLines(download.path());
            assertThat(lines.get(0)).startsWith("RID,TDATE,VIEWCOUNT");
            assertThat(lines).hasSize(page.locator("tbody tr.collected").count() + 1);
            assertThat(lines.get(lines.size() - 1))
                    .contains("2026-01-26")
                    .contains("load-0102")
                    .endsWith(",1");
            assertThat(ada.complaints()).isEmpty();
        }
        assertThat(admin.get("/api/v1/traffic.csv?interval=month").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/v1/traffic.csv?q=no-such-name").body().lines())
                .hasSize(1);
    }

    @Test
    void severalRepositoriesAreComparedInOneChartAndATable() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/compare");
            Page page = ada.page();
            assertThat(ada.text()).contains("Nothing to compare yet");
            Look.at(ada, "compare-nothing");
            page.getByLabel("Find a repository to add").fill("load-010");
            ada.press("Find");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add acme/load-0101"))
                    .click();
            page.getByLabel("Find a repository to add").fill("load-010");
            ada.press("Find");
            assertThat(page.getByText("Add acme/load-0101")).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add acme/load-0102"))
                    .click();
            assertThat(page.locator("figure canvas")).isVisible();
            assertThat(page.locator("#compared thead th"))
                    .hasText(new String[] {"Day", "acme/load-0101", "acme/load-0102"});
            assertThat(page.locator("#compared tbody tr").first()).containsText("partial");
            String newest = page.locator("#compared tbody tr")
                    .first()
                    .locator("td")
                    .first()
                    .innerText();
            assertThat(page.locator(".told strong").first()).hasText(newest);
            assertThat(page.locator("#compared tr:first-child [data-partial=true]"))
                    .hasCount(2);
            assertThat(page.locator("figcaption")).containsText("dotted: not complete");

            String file = page.getByText("Download CSV").getAttribute("href");
            assertThat(admin.get(file).body())
                    .contains("load-0101", "load-0102")
                    .doesNotContain("load-0103");

            page.locator(".plot").focus();
            page.keyboard().press("Home");
            assertThat(page.locator("figcaption time")).hasAttribute("datetime", "2026-01-03");
            assertThat(page.locator(".told strong").first()).hasText("–");
            Locator said = page.locator("figure [aria-live]");
            assertThat(said).containsText("Jan 3, 2026, acme/load-0101 –");
            page.keyboard().press("Control+ArrowRight");
            assertThat(said).containsText("Jan 3, 2026");
            page.keyboard().press("ArrowRight");
            assertThat(said).containsText("Jan 4, 2026");

            BoundingBox box = page.locator(".u-over").boundingBox();
            page.mouse().move(box.x + box.width / 4, box.y + 50);
            page.mouse().down();
            page.mouse().move(box.x + box.width / 2, box.y + 60);
            page.mouse().up();
            Locator back = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset zoom"));
            assertThat(back).isVisible();
            page.locator(".plot").focus();
            page.keyboard().press("End");
            assertThat(said).not().containsText("Jan 31, 2026");
            page.keyboard().press("Escape");
            assertThat(back).isHidden();
            page.keyboard().press("End");
            assertThat(said).containsText("Jan 31, 2026");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Unique visitors"))
                    .click();
            assertThat(ada.text()).contains("Unique visitors by day");
            String visitors = page.url().replace(world.sandbox().url(), "");
            ada.open(visitors + "&interval=week");
            assertThat(page.locator("#compared caption"))
                    .containsText("missing where a week that is over was not seen whole");
            assertThat(page.locator("figcaption time")).hasText("Week of Mon, Jan 26, 2026 (partial)");
            ada.open(visitors + "&interval=month");
            assertThat(ada.text()).contains("Unique people do not add up over months.");
            assertThat(page.locator("#compared")).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove acme/load-0101"))
                    .click();
            assertThat(page.locator("#lines li")).hasCount(1);
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void eightAreTheMostAndForeignOnesAreNotThere() throws IOException {
        try (Visitor ada = world.visitor();
                Visitor stranger = world.visitor()) {
            ada.signIn("admin@example.com");
            String eight = "/compare?repository=" + String.join("&repository=", ids.subList(0, 8));
            ada.open(eight + "&period=28d");
            assertThat(ada.page().locator("#lines li")).hasCount(8);
            assertThat(ada.page().getByLabel("Find a repository to add")).hasCount(0);
            Look.at(ada, "compare");
            Download picture = ada.page().waitForDownload(() -> ada.press("PNG"));
            assertThat(picture.suggestedFilename()).isEqualTo("Views-by-day.png");
            picture.saveAs(World.PROJECT.resolve("target/screenshots/compare-saved.png"));
            assertThat(Files.readAllBytes(World.PROJECT.resolve("target/screenshots/compare-saved.png")))
                    .startsWith(0x89, 'P', 'N', 'G');
            ada.open(eight + "&repository=" + ids.get(8));
            assertThat(ada.text()).contains("Eight at most.");
            assertThat(ada.page().locator("#lines li")).hasCount(8);
            ada.open("/compare?repository=" + ids.get(0) + "&repository=99999999");
            assertThat(ada.heading()).isEqualTo("There is nothing here");
            ada.open("/compare?repository=" + ids.get(0) + "&period=all&interval=day");
            assertThat(ada.page().locator("#compared tbody tr")).not().hasCount(0);

            stranger.signIn("stranger@example.com");
            stranger.open("/compare?repository=" + ids.get(0));
            assertThat(stranger.heading()).isEqualTo("There is nothing here");
            for (String page : List.of("/daily", "/weekly", "/compare?find=load")) {
                stranger.open(page);
                assertThat(stranger.text()).as(page).doesNotContain("load-");
            }
        }
    }

    private static List<Long> numbers(Page page, int column) {
        return page.locator("tbody tr > :nth-child(" + column + ")").allInnerTexts().stream()
                .map(text -> Long.valueOf(text.replace(",", "")))
                .toList();
    }
}
