package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The longest names and texts, the largest numbers, ten years of days and a thousand repositories: all of it fits, is legible
 * and can be reached. Nothing but one repository was ever collected.
 */
class LengthsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final String LONGEST =
            "the-longest-name-that-a-repository-can-have-is-one-hundred-characters-and-this-name-uses-all-of-them";
    private static final String RULES = "/api/v1/tenants/100/discovery";
    private static final String UNBROKEN = "W".repeat(100);

    /** So many charts are there, and each has numbers beside it: something is drawn left of it, above the days. */
    private static final String SCALED = """
            count => [...document.querySelectorAll('.uplot')].filter(chart => {
              const over = chart.querySelector('.u-over').getBoundingClientRect();
              const canvas = chart.querySelector('canvas');
              const box = canvas.getBoundingClientRect();
              const left = Math.floor((over.left - box.left) * devicePixelRatio) - 1;
              const above = Math.floor((over.height - 20) * devicePixelRatio);
              return left > 0 && canvas.getContext('2d').getImageData(0, 0, left, above).data.some(value => value > 0);
            }).length === count""";

    private static World world;
    private static String id;
    private static String user;

    @BeforeAll
    static void fill() {
        WorldBuilder builder = WorldBuilder.anew().today().track(LONGEST).collect();
        world = builder.world();
        id = builder.id(LONGEST);
        for (int year = 2016; year < 2026; year++) {
            builder.days(days(LocalDate.of(year, 2, 1)));
        }
        Api admin = world.api("admin@example.com");
        made(
                "/api/v1/repositories/" + id + "/notes",
                "{\"day\":\"2026-01-20\",\"text\":\"%s\",\"link\":\"https://example.com/%s\"}"
                        .formatted(UNBROKEN.repeat(5), "a".repeat(900)));
        made("/api/v1/tenants", "{\"name\":\"%s\",\"gitHubUser\":\"%s\"}".formatted(UNBROKEN, "g".repeat(39)));
        user = made(
                "/api/v1/users",
                "{\"email\":\"%s@example.com\",\"name\":\"%s\"}".formatted("w".repeat(64), UNBROKEN.repeat(2)));
        assertThat(admin.put(RULES, "{\"rules\":[\"acme/*\"]}").statusCode()).isEqualTo(200);
        await("a thousand repositories")
                .atMost(Duration.ofMinutes(2))
                .until(() -> admin.get(RULES).body(), body -> body.contains("Of 1011 repositories"));
    }

    /** The last part of the address of what is made. */
    private static String made(String path, String json) {
        HttpResponse<String> answer = world.api("admin@example.com").post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return String.valueOf(Api.header(answer, "location")).replaceFirst(".*/", "");
    }

    private static String days(LocalDate first) {
        StringBuilder csv = new StringBuilder();
        for (LocalDate day = first; day.isBefore(first.plusYears(1)) && day.isBefore(TODAY); day = day.plusDays(1)) {
            csv.append("%s,%s,%d,%d,%d,1\n".formatted(id, day, 2_000_000_000, 1_999_999_999, 1_000_000_000));
        }
        return csv.toString();
    }

    @Test
    void everyPageHoldsIt() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            look(ada, "/overview?period=all", "overview");
            assertThat(ada.text()).contains("7,304,000,000,000");
            look(ada, "/overview?period=28d&page=5", "overview-further");
            look(ada, "/repository?id=" + id + "&period=all", "repository");
            ada.page().waitForFunction(SCALED, 3);
            look(ada, "/repository?id=" + id + "&period=28d&compare=year", "repository-28-days");
            look(ada, "/daily?period=28d&q=" + LONGEST, "daily");
            look(ada, "/weekly?period=12m&q=" + LONGEST, "weekly");
            look(ada, "/compare?period=12m&repository=" + id, "compare");
            ada.page().waitForFunction(SCALED, 1);
            look(ada, "/search?q=acme", "search");
            look(ada, "/repositories", "repositories");
            look(ada, "/users", "users");
            look(ada, "/user?id=" + user, "user");
            look(ada, "/tenants", "tenants");
            look(ada, "/audit", "audit");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    private static void look(Visitor visitor, String page, String name) {
        visitor.open(page);
        assertThat(visitor.page().locator("main h1")).isVisible();
        visitor.fits(name, 360);
        visitor.photograph("lengths-" + name, ColorScheme.DARK, 390);
        visitor.photograph("lengths-" + name, ColorScheme.LIGHT, 1280);
        visitor.fits(name, 1920);
    }

    @Test
    void aThousandAreManagedAPageAtATime() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            Page page = ada.page();
            Locator shown = page.locator("#tracked li");
            ada.open("/repositories");
            assertThat(shown).hasCount(50);
            String first = shown.first().innerText();
            page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(Pattern.compile("page=1"));
            assertThat(shown).hasCount(50);
            assertThat(shown.first()).not().hasText(first);

            page.getByPlaceholder("Search repositories").fill("LOAD-0990");
            page.getByPlaceholder("Search repositories").press("Enter");
            page.waitForURL(Pattern.compile("q=LOAD-0990"));
            assertThat(shown).hasCount(1);
            page.getByLabel("Owner and name").fill("no name");
            ada.press("Add");
            assertThat(page.locator("#form .message.error")).isVisible();
            assertThat(shown).hasText(Pattern.compile("acme/load-0990"));
            page.getByText("Remove acme/load-0990").click();
            page.getByText("Keep it").click();
            ada.press("Stop tracking");
            page.waitForURL(Pattern.compile("q=LOAD-0990.*removed=true"));
            assertThat(page.getByText("No repository has “LOAD-0990” in its name."))
                    .isVisible();
            ada.open("/repositories?page=999");
            assertThat(page.getByText("The list is not that long.")).isVisible();
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void theLastOfAThousandIsFound() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/overview");
            assertThat(ada.page().locator("table.repositories tbody tr")).not().hasCount(0);
            ada.page().getByPlaceholder("Search repositories").fill("load-1000");
            ada.page().getByPlaceholder("Search repositories").press("Enter");
            ada.page().waitForURL(Pattern.compile("q=load-1000"));
            assertThat(ada.page().locator("table.repositories tbody tr")).hasCount(1);
            assertThat(ada.page().locator("table.repositories tbody tr")).containsText("acme/load-1000");
        }
    }
}
