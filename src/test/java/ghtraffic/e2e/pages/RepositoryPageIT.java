package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import ghtraffic.standin.faults.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One repository, as somebody with a browser meets it. Today is Saturday 2026-01-31; two years are known, of which three days
 * in October were not collected. Of the last 28 days there are 12 % more views than of the 28 before, and 3 % fewer clones.
 */
class RepositoryPageIT {

    /** Whether the colour of the views is at the beginning, in the middle and at the end of the first chart. */
    private static final String LINE_OF_VIEWS = """
            expected => {
              const chart = document.querySelector('.uplot');
              if (!chart) return false;
              const over = chart.querySelector('.u-over').getBoundingClientRect();
              const canvas = chart.querySelector('canvas');
              const box = canvas.getBoundingClientRect();
              const pen = canvas.getContext('2d');
              const probe = document.createElement('canvas').getContext('2d');
              probe.fillStyle = getComputedStyle(chart).getPropertyValue('--views').trim();
              probe.fillRect(0, 0, 1, 1);
              const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
              const is = [0, 0.5, 1].map(share => {
                const x = (over.left - box.left + share * over.width - 5) * devicePixelRatio;
                const { data } = pen.getImageData(x, 0, 10 * devicePixelRatio, (over.bottom - box.top + 2) * devicePixelRatio);
                return data.some((value, i) => i % 4 === 0 && value === red && data[i + 1] === green && data[i + 2] === blue);
              });
              return JSON.stringify(is) === JSON.stringify(expected);
            }""";

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate GAP = LocalDate.of(2025, 10, 10);

    /** Views by weekday from Monday on, in a week of weight 1. */
    private static final int[] WEEK = {9_000, 11_000, 12_000, 11_000, 10_000, 5_000, 4_000};

    /** Weights of the four weeks that follow each other again and again, the last one first. */
    private static final int[] WEEKS = {10, 11, 9, 10};

    private static World world;
    private static Api api;
    private static String id = "";
    private Visitor visitor;

    @BeforeAll
    static void startSandbox() {
        WorldBuilder builder = WorldBuilder.anew();
        world = builder.world();
        api = world.api("admin@example.com");
        for (String day : List.of("2026-01-10", "2026-01-17", "2026-01-24", "2026-01-31")) {
            builder.at(day + "T10:00:00Z");
            if (id.isEmpty()) {
                id = builder.track("widgets").id("widgets");
                world.sandbox()
                        .gitHub()
                        .fail(Failure.of(Failure.Kind.NOT_FOUND_404)
                                .below("/repos/acme/widgets/traffic/popular/paths"));
            }
            builder.collect();
            world.sandbox().gitHub().recover();
        }
        builder.days(years());
    }

    private static int weeksAgo(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, TODAY.minusDays(1)) / 7;
    }

    private static String years() {
        StringBuilder csv = new StringBuilder();
        for (LocalDate day = TODAY.minusYears(2); day.isBefore(TODAY); day = day.plusDays(1)) {
            boolean missing = !day.isBefore(GAP) && day.isBefore(GAP.plusDays(3));
            boolean last = !day.isBefore(TODAY.minusDays(28));
            int views = WEEK[day.getDayOfWeek().ordinal()] * WEEKS[weeksAgo(day) % WEEKS.length];
            if (!missing) {
                csv.append(String.join(
                                ",",
                                id,
                                day.toString(),
                                String.valueOf(views / 100 * (last ? 112 : 100)),
                                String.valueOf(views / 10),
                                String.valueOf(views / 500 * (last ? 97 : 100)),
                                String.valueOf(views / 50)))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    @BeforeEach
    void signIn() {
        visitor = world.signedIn("admin@example.com");
        open("period=28d");
    }

    @AfterEach
    void nothingIsComplainedAbout() {
        assertThat(visitor.complaints()).isEmpty();
        assertThat(visitor.forbidden()).isEmpty();
        visitor.close();
    }

    @Test
    void theFiguresTellHowMuchMoreItWasThanBefore() {
        isChange("Views", "+12\u00a0%");
        isChange("Clones", "−3\u00a0%");
        assertThat(card("Traffic")).containsText("2026-01-03 to 2026-01-30, compared with 2025-12-06 to 2026-01-02");
        open("period=28d&compare=year");
        isChange("Views", "+12\u00a0%");
        assertThat(card("Traffic")).containsText("compared with 2025-01-04 to 2025-01-31");
        open("period=28d&compare=none");
        assertThat(card("Traffic").locator(".change")).hasCount(0);
        assertThat(card("Traffic")).not().containsText("compared");
    }

    @Test
    void theUniquesAreOfTheLastFourteenDaysThatEndInTheRange() {
        assertThat(figure("Unique visitors")).containsText("GitHub's 14 days to 2026-01-24");
        assertThat(figure("Unique visitors")).containsText("vs 2025-12-27");
        open("period=last-month");
        assertThat(figure("Unique visitors")).containsText("not collected in this range");
    }

    @Test
    void daysThatWereNotCollectedCannotBeCompared() {
        open("period=91d");
        assertThat(figure("Views")).containsText("not comparable: 3 days of the two periods not wholly collected");
        assertThat(card("Traffic")).not().containsText("Collected:");
        assertThat(figure("Views")).not().containsText("%");
        open("period=today");
        assertThat(figure("Views")).containsText("not comparable: today is not over");
        assertThat(card("Traffic")).containsText("2026-01-31 so far");
        open("from=2025-10-09&to=2025-10-13&compare=none");
        assertThat(card("Traffic")).containsText("Collected: 2 of 5 days.");
    }

    @ParameterizedTest
    @CsvSource({
        "d, today",
        "w, 7d",
        "f, 28d",
        "n, 91d",
        "m, month",
        "p, last-month",
        "y, year",
        "l, 12m",
        "a, all",
        "W, 7d"
    })
    void aKeyChoosesTheRange(String key, String word) {
        page().keyboard().press(key);
        page().waitForURL(Pattern.compile("period=" + word + "&"));
        assertThat(visitor.heading()).isEqualTo("acme/widgets");
        assertThat(page().locator(".presets [aria-current=true]"))
                .hasAttribute("aria-keyshortcuts", key.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void keysDoNothingWhileSomebodyWritesOrHoldsAModifier() {
        Locator email = page().getByLabel("E-mail address");
        email.pressSequentially("wlax");
        assertThat(email).hasValue("wlax");
        email.blur();
        page().keyboard().press("Alt+w");
        assertThat(page()).hasURL(address("period=28d"));
        page().keyboard().press("x");
        page().waitForURL(Pattern.compile("compare=year"));
        page().keyboard().press("x");
        page().waitForURL(Pattern.compile("compare=none"));
        page().keyboard().press("Escape");
        page().waitForURL(Pattern.compile("period=28d&compare=previous"));
    }

    @Test
    void daysOfOnesOwnAreEnteredInAMenuThatEscapeCloses() {
        page().keyboard().press("c");
        Locator from = page().getByLabel("First day");
        assertThat(from).isFocused();
        page().keyboard().press("Escape");
        assertThat(from).isHidden();
        assertThat(page().locator(".custom summary")).isFocused();
        page().keyboard().press("Enter");
        from.fill("2025-12-24");
        page().getByLabel("Last day").fill("2025-12-26");
        assertThat(visitor.accessibilityViolations()).isEmpty();
        visitor.press("Show");
        page().waitForURL(Pattern.compile("period=custom.*from=2025-12-24&to=2025-12-26"));
        assertThat(card("Traffic")).containsText("2025-12-24 to 2025-12-26, compared with 2025-12-17 to 2025-12-19");
    }

    @Test
    void theLastChoiceIsRememberedAndTheAddressComesFirst() {
        open("period=7d&compare=year&interval=day");
        Cookie cookie = page().context().cookies().stream()
                .filter(one -> one.name.equals("range"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.secure).isTrue();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(cookie.path).isEqualTo("/");
        visitor.open("/repository?id=" + id);
        isCurrent("7 days");
        assertThat(card("Traffic")).containsText("compared with 2025-01-25 to 2025-01-31");
        open("period=91d");
        isCurrent("91 days");
        assertThat(card("Traffic")).containsText("compared with 2025-08-02");
    }

    @Test
    void whatStandsInAllDaysCanBeDoneThere() {
        api.post("/api/v1/repositories/" + id + "/notes", "{\"day\":\"2025-03-01\",\"text\":\"Long ago\"}");
        open("period=all");
        assertThat(card("Notes")).containsText("Long ago");
        Locator ask = page().locator(".notes summary");
        Locator question = page().locator(".notes details");
        ask.click();
        page().keyboard().press("Escape");
        assertThat(question).not().hasAttribute("open", Pattern.compile(".*"));
        assertThat(ask).isFocused();
        assertThat(page()).hasURL(address("period=all"));
        ask.click();
        visitor.press("Remove the note");
        assertThat(card("Notes")).containsText("The note is removed.");
        assertThat(card("Notes")).not().containsText("Long ago");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=fortnight",
                "from=2026-02-30&to=2026-03-01",
                "from=2026-01-02&to=2026-01-01",
                "period=<b>"
            })
    void aRangeThatIsNoneIsSaidAndNotRemembered(String query) {
        open("period=7d");
        open(query);
        assertThat(page().locator("p[role=alert]")).containsText("The last 28 days are shown.");
        isCurrent("28 days");
        visitor.open("/repository?id=" + id);
        isCurrent("7 days");
    }

    @Test
    void theTableHasTheNumbersOfTheChart() {
        page().getByText("The same numbers as a table").first().click();
        Locator lines = page().locator("table.days tbody tr");
        assertThat(lines).hasCount(29);
        assertThat(lines.first()).containsText("2026-01-31");
        assertThat(lines.first()).containsText("partial");
        assertThat(lines.nth(1)).containsText("112,000");
        assertThat(lines.nth(1)).containsText("100,000");
        assertThat(page().locator("table.days thead")).containsText("Views, previous period");
        open("from=2025-10-09&to=2025-10-13&compare=none");
        page().getByText("The same numbers as a table").first().click();
        assertThat(lines).hasCount(5);
        assertThat(lines.nth(1)).containsText("not collected");
        assertThat(page().locator("table.days thead th")).hasCount(5);
        open("period=12m&interval=month&compare=none");
        page().getByText("The same numbers as a table").first().click();
        assertThat(page().locator("table.days thead th")).hasCount(3);
        assertThat(lines).hasCount(13);
        assertThat(lines.nth(1)).containsText("2025-12");
        open("period=12m&interval=month&compare=year");
        page().getByText("The same numbers as a table").first().click();
        assertThat(lines.last().locator(".muted .partial")).hasCount(2);
        assertThat(lines.nth(3).locator(".partial")).hasCount(1);
        assertThat(lines.nth(5).locator(".partial")).hasCount(0);
    }

    @Test
    void theChartIsReadWithTheKeyboardAndZoomed() {
        Locator plot = plot();
        assertThat(plot).hasAccessibleName(Pattern.compile("Line chart of views.*The table below"));
        plot.focus();
        page().keyboard().press("ArrowLeft");
        Locator said = page().locator(".chart [aria-live]").first();
        assertThat(said).containsText("Jan 30, 2026, Views 112,000, Unique visitors 10,000, Clones 19,400");
        page().keyboard().press("Control+ArrowLeft");
        assertThat(said).containsText("Jan 30, 2026");
        page().keyboard().press("ArrowRight");
        assertThat(said).containsText("Jan 31, 2026 (partial)");
        page().keyboard().press("Home");
        assertThat(said).containsText("Jan 3, 2026");
        assertThat(page().locator(".tip").first()).containsText("before: 50,000");
        assertThat(page()).hasURL(address("period=28d"));

        BoundingBox box = page().locator(".u-over").first().boundingBox();
        page().mouse().move(box.x + box.width / 4, box.y + 50);
        page().mouse().down();
        page().mouse().move(box.x + box.width / 2, box.y + 60);
        page().mouse().up();
        Locator back = page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset zoom"));
        assertThat(back).isVisible();
        back.click();
        assertThat(back).isHidden();
        assertThat(plot).isFocused();
    }

    @Test
    void whatIsDottedIsExplainedAndWhatIsNotThereIsNot() {
        Locator legend = page().locator(".chart figcaption").first();
        assertThat(legend).containsText("dotted: not complete");
        assertThat(legend).containsText("Previous period");
        open("period=last-month&compare=previous");
        assertThat(legend).containsText("Previous period");
        assertThat(legend).not().containsText("dotted");
        open("from=2024-02-01&to=2024-02-28&compare=year");
        assertThat(legend).containsText("Views");
        assertThat(legend).not().containsText("year");
    }

    @Test
    void whereNothingWasCollectedNoLineIsDrawn() {
        open("from=2026-01-05&to=2026-01-09&compare=none");
        page().waitForFunction(LINE_OF_VIEWS, List.of(true, true, true));
        open("from=2025-10-09&to=2025-10-13&compare=none");
        page().waitForFunction(LINE_OF_VIEWS, List.of(true, false, true));
    }

    @Test
    void whatCannotBeLoadedIsSaidAndTheTableStays() {
        page().route(
                        Pattern.compile("/api/v1/repositories/\\d+/(traffic|referrers)"),
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        open("period=28d");
        assertThat(page().getByText("The chart could not be loaded. Nothing is lost"))
                .isVisible();
        page().getByRole(AriaRole.SLIDER).focus();
        page().keyboard().press("ArrowLeft");
        assertThat(page().getByText("This list could not be loaded. Nothing is lost")
                        .first())
                .isVisible();
        page().getByText("The same numbers as a table").first().click();
        assertThat(page().locator("table.days tbody tr").first()).isVisible();
        Look.at(visitor, "repository-not-loaded");
        visitor.complaints()
                .removeIf(complaint -> complaint.contains("503") || complaint.contains("could not be loaded"));
    }

    @Test
    void releasesStandInTheChart() {
        String markers = api.get("/api/v1/repositories/" + id + "/markers?from=2025-11-01&to=2026-01-31")
                .body();
        String release = markers.replaceFirst("(?s).*?\"title\":\"([^\"]+)\".*", "$1");
        assertThat(markers).contains("\"kind\":\"release\"").contains("/acme/widgets/releases/tag/" + release);
        open("period=91d");
        assertThat(page().locator(".chart figcaption").first()).containsText("Release");
        page().getByText("What happened in these days").click();
        Locator link = page().locator(".happenings a").first();
        assertThat(link).hasText(release);
        assertThat(link)
                .hasAttribute("href", Pattern.compile("/acme/widgets/releases/tag/" + release.replace(".", "\\.")));
    }

    @Test
    void theNumbersAreTakenAwayAsFilesPictureAndLink() throws IOException {
        assertThat(plot()).hasAttribute("aria-roledescription", "chart");
        assertThat(taken("CSV")).startsWith("RID,TDATE,VIEWCOUNT").contains(id + ",2026-01-30,112000,");
        assertThat(taken("JSON")).contains("\"points\":[").contains("\"compared\":{\"days\":28");
        assertThat(taken("PNG")).startsWith("\u0089PNG");
        page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitor.press("Copy link");
        assertThat(page().getByText("The link is copied.")).isVisible();
        assertThat(page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(world.sandbox().url() + "/repository?id=" + id + "&period=28d&compare=previous");
    }

    private String taken(String button) throws IOException {
        Download download = page().waitForDownload(
                        () -> page().locator(".exports .button", new Page.LocatorOptions().setHasText(button))
                                .first()
                                .click());
        return new String(download.createReadStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aSliderGoesThroughTheDaysOfTheLists() {
        Locator slider = page().getByRole(AriaRole.SLIDER);
        assertThat(slider).hasAttribute("aria-valuetext", "2026-01-31");
        Locator sites = page().locator("table[data-list=referrers] tbody");
        String newest = sites.innerText();
        slider.focus();
        page().keyboard().press("ArrowLeft");
        page().keyboard().press("ArrowLeft");
        assertThat(slider).hasAttribute("aria-valuetext", "2026-01-17");
        page().waitForURL(Pattern.compile("on=2026-01-17"));
        assertThat(sites).not().hasText(newest);
        String then = sites.innerText();
        assertThat(then).isNotEqualTo(newest);
        assertThat(page().locator("table[data-list=paths] tbody rect").first()).hasAttribute("width", "100%");
        page().reload();
        assertThat(slider).hasAttribute("aria-valuetext", "2026-01-17");
        assertThat(sites.innerText()).isEqualTo(then);
    }

    @Test
    void aListThatWasNotCollectedIsNotAnEmptyOne() {
        open("period=28d&on=2026-01-10");
        Locator paths = page().locator("table[data-list=paths] tbody");
        assertThat(paths).hasText("Not collected on this day");
        assertThat(page().locator("table[data-list=referrers] tbody tr")).not().hasCount(1);
        page().getByRole(AriaRole.SLIDER).focus();
        page().keyboard().press("ArrowRight");
        assertThat(paths.locator("rect").first()).hasAttribute("width", "100%");
        page().keyboard().press("ArrowLeft");
        assertThat(paths).hasText("Not collected on this day");
    }

    @Test
    void withoutScriptLinksAndFormsDoTheSame() {
        page().route("**/*.js*", route -> route.abort());
        open("period=28d");
        page().locator(".presets").getByText("12 months").click();
        page().waitForURL(Pattern.compile("period=12m"));
        page().locator(".steps summary").click();
        page().getByText("By month").click();
        page().waitForURL(Pattern.compile("period=12m.*interval=month"));
        page().getByLabel("14 days up to").selectOption("2026-01-17");
        page().locator(".snapshot").getByText("Show").click();
        page().waitForURL(Pattern.compile("period=12m.*interval=month.*on=2026-01-17"));
        assertThat(page().getByLabel("14 days up to")).hasValue("2026-01-17");
        page().getByText("The same numbers as a table").first().click();
        assertThat(page().locator("table.days tbody tr")).hasCount(13);
        visitor.complaints().removeIf(complaint -> complaint.contains("net::ERR_FAILED"));
    }

    @Test
    void starsForksAndDownloadsAreShown() {
        Locator popularity = card("Stars and forks");
        assertThat(popularity.locator("canvas").first()).isVisible();
        assertThat(popularity.locator(".change").first()).containsText(Pattern.compile("^[+−]?\\d+ since 2026-01-10"));
        open("from=2026-01-11&to=2026-01-31");
        assertThat(popularity.locator(".change").first()).containsText(Pattern.compile("^[+−]?\\d+ in these days"));
        open("from=2026-01-18&to=2026-01-30");
        assertThat(popularity.locator(".change").first()).containsText(Pattern.compile("^[+−]?\\d+ in these days"));
        open("period=28d");
        popularity.getByText("The same numbers as a table").click();
        assertThat(popularity.locator("tbody tr")).hasCount(4);
        open("period=28d&interval=month");
        popularity.getByText("The same numbers as a table").click();
        assertThat(popularity.locator("caption")).hasText("The last day of each month on which they were collected");
        assertThat(popularity.locator("tbody tr")).hasCount(1);
        assertThat(card("Release downloads").locator("tbody tr").first()).containsText("v1.");
    }

    @Test
    void theBarTakesOneLineOnADeskAndTwoOnAPhone() {
        Locator bar = page().locator(".range");
        assertThat(bar.boundingBox().height).isLessThan(50);
        page().setViewportSize(390, 844);
        assertThat(bar.boundingBox().height).isLessThan(100);
        double figures = page().locator(".figures").first().boundingBox().y;
        page().locator(".custom summary").click();
        BoundingBox first = page().locator(".figures").first().boundingBox();
        assertThat(first.y).isEqualTo(figures);
        assertThat(page().locator(".custom .panel").boundingBox().y).isGreaterThan(first.y + first.height);
    }

    @Test
    void aFirstVisitTakesFewRequests() {
        try (Visitor first = world.visitor()) {
            first.signIn("admin@example.com");
            List<String> asked = new ArrayList<>();
            first.open("/profile");
            first.page().onRequest(request -> asked.add(request.url()));
            first.open("/repository?id=" + id);
            assertThat(first.page().locator(".chart canvas").first()).isVisible();
            assertThat(first.page().locator("#popularity ~ .columns canvas")).hasCount(2);
            assertThat(asked.stream().distinct()).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void itIsForEverybodyInLightAndDarkWideAndNarrow() {
        assertThat(page().locator("#popularity ~ .columns canvas")).hasCount(2);
        Look.at(visitor, "repository-page");
        page().locator(".custom summary").click();
        Look.at(visitor, "repository-page-custom");
        page().keyboard().press("Escape");
        page().locator(".compared summary").click();
        Look.at(visitor, "repository-page-compared");
        open("period=all");
        Look.at(visitor, "repository-page-all");
        open("from=2025-10-09&to=2025-10-13&compare=none");
        Look.at(visitor, "repository-page-gap");
        plot().focus();
        page().keyboard().press("Home");
        Look.at(visitor, "repository-page-tip");
        assertThat(page().locator(".tip").first()).isVisible();
    }

    private Page page() {
        return visitor.page();
    }

    private static String address(String query) {
        return world.sandbox().url() + "/repository?id=" + id + "&" + query;
    }

    private void open(String query) {
        visitor.open("/repository?id=" + id + "&" + query);
    }

    private Locator plot() {
        return page().locator(".chart .plot").first();
    }

    private Locator card(String heading) {
        return page().locator(
                        ".card",
                        new Page.LocatorOptions()
                                .setHas(page().getByRole(
                                                AriaRole.HEADING,
                                                new Page.GetByRoleOptions()
                                                        .setName(heading)
                                                        .setExact(true))));
    }

    private Locator figure(String name) {
        Locator exactly = page().locator("dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")));
        return page().locator(".figures > div", new Page.LocatorOptions().setHas(exactly));
    }

    private void isChange(String name, String text) {
        assertThat(figure(name).locator(".change")).hasText(text);
    }

    private void isCurrent(String label) {
        assertThat(page().locator(".presets [aria-current=true]")).hasText(label);
    }
}
