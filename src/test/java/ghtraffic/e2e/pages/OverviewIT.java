package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import ghtraffic.standin.faults.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The overview, as somebody with a browser meets it. Today is 2026-01-31; of widgets and gadgets two months are known, of
 * quiet the last two weeks, and the last collection of gadgets failed.
 */
class OverviewIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private static World world;
    private static Api api;
    private Visitor visitor;

    @BeforeAll
    static void startSandbox() {
        WorldBuilder builder =
                WorldBuilder.anew().today().track("widgets", "gadgets", "quiet").collect();
        world = builder.world();
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500).below("/repos/acme/gadgets/traffic"));
        String widgets = builder.id("widgets");
        String gadgets = builder.id("gadgets");
        builder.collect()
                .days(days(widgets, TODAY.minusDays(56), 1_000_000)
                        + days(widgets, TODAY.minusDays(28), 1_500_000)
                        + days(gadgets, TODAY.minusDays(56), 2_000_000)
                        + days(gadgets, TODAY.minusDays(28), 500_000));
        api = world.api("admin@example.com");
    }

    private static String days(String id, LocalDate first, int views) {
        StringBuilder csv = new StringBuilder();
        for (LocalDate day = first; day.isBefore(first.plusDays(28)); day = day.plusDays(1)) {
            csv.append("%s,%s,%d,1,%d,1\n".formatted(id, day, views, views / 10));
        }
        return csv.toString();
    }

    @BeforeEach
    void signIn() {
        visitor = world.signedIn("admin@example.com");
        visitor.open("/overview?period=28d");
    }

    @AfterEach
    void nothingIsComplainedAbout() {
        assertThat(visitor.complaints()).isEmpty();
        visitor.close();
    }

    @Test
    void theTotalsAreOfTheRangeWithTheChangeOfThoseThatCanBeCompared() {
        Locator figures = page().locator(".figures");
        assertThat(figures).containsText(Pattern.compile("Views\\s*56,0\\d\\d,\\d{3}"));
        assertThat(figures.locator(".change").first()).hasText("−33\u00a0%");
        assertThat(page().getByText("of the 2 repositories of which every day was collected"))
                .isVisible();
        visitor.open("/overview?period=7d&compare=none");
        assertThat(figures).containsText(Pattern.compile("Views\\s*14,00\\d,\\d{3}"));
        assertThat(page().getByText("of which every day was collected")).hasCount(0);
    }

    @Test
    void eachRepositoryHasItsNumbersChangeAndHealth() {
        Locator widgets = row("acme/widgets");
        assertThat(widgets.locator(".views")).hasText("42,000,000");
        assertThat(widgets.locator(".trend")).hasText("+50\u00a0%");
        assertThat(widgets.locator(".clones")).containsText("4,200,000 +50\u00a0%");
        assertThat(widgets.locator(".visitors")).hasText(Pattern.compile("[\\d,]+"));
        assertThat(widgets.locator(".stars")).hasText(Pattern.compile("[\\d,]+"));
        assertThat(widgets.locator(".sparkline path")).hasAttribute("d", Pattern.compile("^M0 "));
        assertThat(widgets.locator(".health")).hasText("ok");
        assertThat(row("acme/quiet").locator(".trend .change"))
                .hasAttribute("title", Pattern.compile("not comparable: \\d+ days of the two periods"));
        assertThat(page().getByText("A dash beside a number: not comparable")).isVisible();
        widgets.getByRole(AriaRole.LINK).click();
        page().waitForURL(Pattern.compile("/repository\\?id=\\d+&period=28d"));
    }

    @Test
    void whatCouldNotBeCollectedStandsAboveTheTableWithItsReason() {
        Locator trouble = page().locator(".troubles li");
        assertThat(trouble).hasCount(1);
        assertThat(trouble).containsText("acme/gadgets");
        assertThat(trouble).containsText("status 500");
        assertThat(row("acme/gadgets").locator(".health")).hasClass(Pattern.compile("failing|warning"));
        assertThat(trouble.boundingBox().y)
                .isLessThan(page().locator("table.repositories").boundingBox().y);
    }

    @Test
    void rangeOrderAndSearchStayInTheAddressTogether() {
        assertThat(page().locator("th.views")).hasAttribute("aria-sort", "descending");
        assertThat(names()).startsWith("acme/widgets", "acme/gadgets");
        heading("Views").click();
        page().waitForURL(Pattern.compile("period=28d&compare=previous&sort=views"));
        assertThat(names()).endsWith("acme/gadgets", "acme/widgets");
        heading("Change").click();
        assertThat(page().locator("th.trend")).hasAttribute("aria-sort", "descending");
        assertThat(names()).startsWith("acme/widgets", "acme/gadgets");
        heading("Change").click();
        assertThat(page().locator("th.trend")).hasAttribute("aria-sort", "ascending");
        assertThat(names()).startsWith("acme/gadgets", "acme/widgets");
        heading("Health").click();
        page().waitForURL(Pattern.compile("sort=-health"));
        assertThat(names().get(0)).isEqualTo("acme/gadgets");
        page().locator("#q").fill("GETS");
        visitor.press("Search");
        page().waitForURL(Pattern.compile("q=GETS"));
        assertThat(names()).containsExactly("acme/gadgets", "acme/widgets");
        page().locator("main").focus();
        page().keyboard().press("w");
        page().waitForURL(Pattern.compile("q=GETS&sort=-health&period=7d"));
        assertThat(names()).containsExactly("acme/gadgets", "acme/widgets");
        for (String column : List.of("Clones", "Unique visitors, 14 days", "Stars", "Repository")) {
            heading(column).click();
            assertThat(page().locator("th[aria-sort$=ending]")).hasText(column);
        }
        visitor.open("/overview?page=7");
        assertThat(page().getByText("The list is not that long.")).isVisible();
    }

    @Test
    void theRangeIsTheOneChosenLastOnAnyPage() {
        row("acme/widgets").getByRole(AriaRole.LINK).click();
        page().waitForURL(Pattern.compile("/repository\\?id="));
        page().keyboard().press("n");
        page().waitForURL(Pattern.compile("period=91d"));
        visitor.open("/overview");
        assertThat(page().locator(".presets [aria-current=true]")).hasText("91 days");
    }

    @Test
    void itIsForEverybodyInLightAndDarkWideAndNarrow() {
        Look.at(visitor, "overview-page");
    }

    private Page page() {
        return visitor.page();
    }

    private Locator row(String name) {
        return page().locator("table.repositories tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    private List<String> names() {
        page().waitForLoadState();
        return page().locator("tbody .name a").allInnerTexts();
    }

    private Locator heading(String name) {
        return page().locator("thead")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
