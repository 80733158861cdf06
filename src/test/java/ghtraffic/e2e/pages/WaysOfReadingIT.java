package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages without scripts, on paper, in the reader's own colours, with more contrast, and with the keyboard alone. */
@ExtendWith(SharedWorld.class)
class WaysOfReadingIT {

    /** So many charts show something. */
    private static final String DRAWN = """
            count => [...document.querySelectorAll('canvas')].filter(canvas => canvas.width > 0
              && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)
            ).length === count""";

    /** Numbers all that somebody can act on, and counts it; of the choices of one question the keyboard reaches one. */
    private static final String REACHABLE = """
            () => {
              const one = new Set();
              return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(place => !place.disabled && place.checkVisibility({ visibilityProperty: true }))
                .filter(place => place.type !== 'radio' || (!one.has(place.name) && one.add(place.name)))
                .map((place, i) => { (place.type === 'radio' ? document.getElementsByName(place.name) : [place])
                  .forEach(each => { each.dataset.place = String(i); }); })
                .length;
            }""";

    /** The number of what has the focus, empty for nothing of ours; unseen when nothing shows it. */
    private static final String FOCUSED = """
            () => {
              const place = document.activeElement;
              if (place.dataset.place === undefined) return '';
              const shown = getComputedStyle(place).outlineStyle !== 'none';
              place.dataset.reached = 'yes';
              return shown ? place.dataset.place : `unseen ${place.outerHTML.slice(0, 150)}`;
            }""";

    private static final String LEFT = """
            () => {
              const reached = new Set([...document.querySelectorAll('[data-reached]')].map(place => place.dataset.place));
              return [...document.querySelectorAll('[data-place]')]
                .filter(place => !reached.has(place.dataset.place)).map(place => place.outerHTML.slice(0, 150));
            }""";

    /** Rules for how somebody sees the page who wants nothing to move, by which something would. */
    private static final String MOVING = """
            () => {
              const applied = rule => rule.media ? matchMedia(rule.media.mediaText).matches ? [...rule.cssRules].flatMap(applied) : [] : [rule];
              const moves = ({ style }) => style && ['transition-property', 'animation-name', 'scroll-behavior']
                .some(name => !['', 'none', 'auto'].includes(style.getPropertyValue(name)));
              return [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(applied).filter(moves).map(rule => rule.cssText);
            }""";

    /** What fingers could miss: what looks like a button lower than 40 px, and what stands alone lower than 24. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('button, .button, summary, header nav a, .presets a, .range > a, .account > a, select, input:not([type=hidden], [type=range])')]
              .filter(place => place.checkVisibility({ visibilityProperty: true }))
              .filter(place => place.offsetHeight < (place.matches('.range > a, .account > a, [type=radio], [type=checkbox]') ? 24 : 40))
              .map(place => `${place.offsetHeight} px: ${place.outerHTML.slice(0, 150)}`)""";

    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    private final World world;
    private Map<String, String> pages = Map.of();

    WaysOfReadingIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void collect() {
        String id = WorldBuilder.in(world)
                .track("load-0201")
                .collectOnce("load-0201")
                .id("load-0201");
        pages = Map.of(
                "overview", "/overview",
                "repository", "/repository?id=" + id,
                "compare", "/compare?repository=" + id,
                "daily", "/daily",
                "collections", "/collections",
                "profile", "/profile",
                "styleguide", "/styleguide");
    }

    private static int charts(String page) {
        return Map.of("repository", 3, "compare", 1).getOrDefault(page, 0);
    }

    private String address(String page) {
        return String.valueOf(pages.get(page));
    }

    @Test
    void withoutScriptsTheNumbersAreThereAndEachFormWorks() {
        try (Visitor visitor = world.withoutScripts("admin@example.com")) {
            Page page = visitor.page();
            visitor.open("/overview");
            assertThat(page.locator("main")).containsText("acme/load-0201");
            page.locator(".presets").getByText("91 days").click();
            page.waitForURL(Pattern.compile("period=91d"));
            page.locator("header form input[type=search]").fill("load-0201");
            page.locator("header form input[type=search]").press("Enter");
            page.waitForURL(Pattern.compile("/search\\?"));
            page.locator("main").getByText("acme/load-0201").first().click();
            page.waitForURL(Pattern.compile("/repository\\?"));
            page.getByText("The same numbers as a table").first().click();
            assertThat(page.locator("table.days tbody tr").first()).isVisible();
            assertThat(page.locator("[data-picture]").first()).isHidden();
            visitor.press("Collect now");
            assertThat(page.locator("h1")).isVisible();
            visitor.open(address("compare"));
            assertThat(page.locator("#compared tbody tr").first()).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void onPaperTheNumbersAreThereAndWhatOneClicksIsNot() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            for (String name : pages.keySet()) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                visitor.page().setViewportSize(800, 900);
                visitor.open(address(name));
                visitor.page().waitForFunction(DRAWN, charts(name));
                Locator numbers = visitor.page().locator("details.numbers");
                if (name.equals("repository")) {
                    numbers.first().locator("summary").click();
                }
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(numbers.locator("table:visible")).hasCount(name.equals("repository") ? 1 : 0);
                assertThat(visitor.page().locator("header nav")).isHidden();
                assertThat(visitor.page().locator("main h1")).isVisible();
                assertThat(visitor.page().locator("main .button:visible")).hasCount(0);
                assertThat(visitor.page().locator(".presets a:not([aria-current=true]):visible"))
                        .hasCount(0);
                visitor.photograph("paper-" + name, ColorScheme.DARK, 800);
                visitor.page().waitForFunction(DRAWN, charts(name));
            }
        }
    }

    @Test
    void inColoursOfOnesOwnWhatIsChosenIsSeen() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setForcedColors(ForcedColors.ACTIVE)
                            .setReducedMotion(ReducedMotion.REDUCE));
            for (String name : pages.keySet()) {
                visitor.open(address(name));
                assertThat(visitor.page()
                                .locator("[aria-current]:not([aria-current=false])")
                                .first())
                        .hasCSS("outline-style", "solid");
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    visitor.photograph("forced-colours-" + name, scheme, 1280);
                }
            }
        }
    }

    @Test
    void fingersFindWhatTheyTouch() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            JsonObject touch = new JsonObject();
            touch.addProperty("enabled", true);
            visitor.page().context().newCDPSession(visitor.page()).send("Emulation.setTouchEmulationEnabled", touch);
            for (String name : pages.keySet()) {
                visitor.open(address(name));
                visitor.fits(name, 360);
                assertThat(visitor.page().evaluate("() => matchMedia('(pointer: coarse)').matches"))
                        .isEqualTo(true);
                assertThat(visitor.page().evaluate(SMALL)).as(name).isEqualTo(List.of());
            }
        }
    }

    @Test
    void whatIsChosenStaysInSightWhereALineScrolls() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.open("/users");
            visitor.fits("users", 390);
            assertThat(visitor.page().locator("header nav [aria-current=page]")).isInViewport(WHOLE);
            assertThat(visitor.page().locator("header nav ul")).hasAttribute("data-more", "before");
            visitor.open("/overview?period=all");
            assertThat(visitor.page().locator(".presets [aria-current=true]")).isInViewport(WHOLE);
            assertThat(visitor.page().locator(".range .presets")).hasAttribute("data-more", "before");
            assertThat(visitor.page().locator("header nav ul")).hasAttribute("data-more", "after");
            visitor.fits("overview", 1280);
            assertThat(visitor.page().locator(".range .presets")).hasAttribute("data-more", "");
        }
    }

    @Test
    void whoeverWantsMoreContrastGetsIt() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visitor.page()
                        .emulateMedia(new Page.EmulateMediaOptions()
                                .setColorScheme(scheme)
                                .setContrast(Contrast.MORE));
                for (String name : pages.keySet()) {
                    visitor.open(address(name));
                    assertThat(visitor.paleTexts()).as("%s, %s", name, scheme).isEmpty();
                }
            }
        }
    }

    @Test
    void whoeverWantsNothingToMoveGetsThat() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            visitor.open("/collections");
            assertThat((List<?>) visitor.page().evaluate(MOVING)).isNotEmpty();
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            for (String name : pages.keySet()) {
                visitor.open(address(name));
                assertThat(visitor.page().evaluate(MOVING)).as(name).isEqualTo(List.of());
            }
        }
    }

    @Test
    void withTheKeyboardAloneEverythingIsReachedAndSeen() {
        try (Visitor visitor = world.signedIn("admin@example.com")) {
            Stream.concat(
                            pages.values().stream(),
                            Stream.of(
                                    "/weekly",
                                    "/repositories",
                                    "/import",
                                    "/search?q=acme",
                                    "/users",
                                    "/user?id=100",
                                    "/tenants",
                                    "/tenant?tenant=100",
                                    "/github-servers",
                                    "/findings",
                                    "/audit"))
                    .forEach(page -> {
                        visitor.open(page);
                        walk(visitor);
                    });
            visitor.open("/discover?tenant=100");
            visitor.page().getByPlaceholder("Filter by name").fill("load-001");
            walk(visitor);
        }
    }

    private static void walk(Visitor visitor) {
        Page page = visitor.page();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(
                "() => document.querySelectorAll('details').forEach(part => { part.open = !part.matches('.menu'); })");
        int count = (int) page.evaluate(REACHABLE);
        Set<Object> reached = new HashSet<>();
        for (int steps = 0; steps < 2 * count + 20 && reached.size() < count; steps++) {
            page.keyboard().press("Tab");
            reached.add(page.evaluate(FOCUSED));
            reached.remove("");
        }
        assertThat(reached)
                .as(page.url() + ": not seen where the focus is")
                .noneMatch(one -> String.valueOf(one).startsWith("unseen"));
        assertThat(page.evaluate(LEFT)).as(page.url() + ": not reached").isEqualTo(List.of());
    }
}
