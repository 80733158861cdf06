package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import ghtraffic.standin.faults.Failure;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in German, by the browser's wish or by choice; today is 2026-01-31. */
class LanguageIT {

    private static final String GERMAN = "Deutsch";

    /** All that somebody reads or hears. */
    private static final String ALL_TEXTS = """
            () => [document.title, document.body.innerText,
              ...[...document.querySelectorAll('[title], [aria-label], [placeholder], [alt]')].flatMap(one =>
                ['title', 'aria-label', 'placeholder', 'alt'].map(name => one.getAttribute(name) ?? ''))].join('\\n')""";

    private static World world;
    private static Api api;
    private static String widgets = "";
    private static String run = "";

    @BeforeAll
    static void startSandbox() {
        world = SharedWorld.empty();
        setUpInGerman();
        api = world.api("admin@example.com");
        WorldBuilder builder = WorldBuilder.in(world).today().track("widgets", "gadgets");
        widgets = builder.id("widgets");
        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500).below("/repos/acme/gadgets/traffic"));
        run = api.collect().replaceFirst(".*/", "");
        StringBuilder days = new StringBuilder();
        for (int day = 1; day <= 56; day++) {
            days.append("%s,%s,1500000,1,2,1\n"
                    .formatted(widgets, LocalDate.of(2026, 1, 31).minusDays(day)));
        }
        builder.days(days.toString());
        api.post("/api/v1/repositories/" + widgets + "/notes", "{\"day\":\"2026-01-20\",\"text\":\"Version 2\"}");
    }

    private static void setUpInGerman() {
        try (Visitor admin = world.visitor()) {
            admin.open("/");
            admin.press(GERMAN);
            assertThat(admin.page()).hasURL(world.sandbox().url() + "/");
            assertAllGerman(admin, "/");
            admin.photograph("language-landing", ColorScheme.LIGHT, 390);
            admin.page().getByText("Anmelden").click();
            admin.enter("admin@example.com");
            admin.page().waitForURL(world.sandbox().url() + "/set-up");
            assertAllGerman(admin, "/set-up");
            admin.press("Einrichtung abschließen");
            assertThat(admin.text()).contains("Geben Sie Ihren Namen ein", "Geben Sie ein GitHub-Token ein");
            admin.photograph("language-set-up", ColorScheme.LIGHT, 390);
            admin.page().getByLabel("Ihr Name").fill("Ada Admin");
            admin.page().getByLabel("GitHub-Benutzer").fill("acme");
            admin.page().getByLabel("GitHub-Token").fill("sandbox-token");
            admin.page().getByLabel("Einrichtungscode").fill(world.setUpCode());
            admin.press("Einrichtung abschließen");
            assertThat(admin.heading()).isEqualTo("Repositorys");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    private static Visitor german(String email) {
        Visitor visitor = world.signedIn(email);
        visitor.open("/profile");
        visitor.press(GERMAN);
        return visitor;
    }

    /** English texts of more than one word that are no German ones too. */
    private static Set<String> englishTexts() {
        ResourceBundle english = ResourceBundle.getBundle("ghtraffic.messages.text", Locale.ENGLISH);
        ResourceBundle german = ResourceBundle.getBundle("ghtraffic.messages.text", Locale.GERMAN);
        return Collections.list(english.getKeys()).stream()
                .filter(key -> !key.startsWith("form."))
                .filter(key -> !english.getString(key).equals(german.getString(key)))
                .map(english::getString)
                .filter(text -> !text.contains("{") && text.matches(".*\\p{L} \\p{L}.*"))
                .collect(Collectors.toSet());
    }

    private static void assertAllGerman(Visitor visitor, String page) {
        String texts = String.valueOf(visitor.page().evaluate(ALL_TEXTS));
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "de");
        assertThat(texts).as(page).doesNotContain("???").doesNotContainPattern("\\{[0-9]");
        assertThat(englishTexts()).as(page).filteredOn(texts::contains).isEmpty();
        assertThat(texts).as(page).contains("Alle Tage und Zeiten sind UTC.");
    }

    @Test
    void everyPageIsGerman() {
        List<String> pages = List.of(
                "/overview",
                "/overview?q=nothing",
                "/overview?period=custom&from=2026-02-30&to=2026-03-01",
                "/repository?id=" + widgets + "&period=28d",
                "/repository?id=" + widgets + "&period=91d&interval=week&compare=year",
                "/repository?id=" + widgets + "&period=today&interval=month",
                "/repository?id=" + (Integer.parseInt(widgets) + 1),
                "/daily?period=7d",
                "/weekly",
                "/compare",
                "/compare?repository=" + widgets + "&repository=" + (Integer.parseInt(widgets) + 1),
                "/search",
                "/search?q=acme",
                "/search?q=nothing",
                "/repositories",
                "/discover",
                "/import",
                "/collections",
                "/collection?id=" + run,
                "/profile",
                "/users",
                "/user?id=100",
                "/tenants",
                "/tenant?tenant=100",
                "/github-servers",
                "/findings",
                "/audit",
                "/signed-out?provider=no",
                "/no-such-page");
        try (Visitor ada = german("admin@example.com")) {
            for (String page : pages) {
                ada.open(page);
                ada.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertAllGerman(ada, page);
                if (!page.contains("nothing")) {
                    ada.photograph("language" + page.replaceAll("[^a-z-]+", "-"), ColorScheme.LIGHT, 390);
                }
            }
            assertThat(ada.complaints()).allMatch(complaint -> complaint.contains("404"));
        }
        try (Visitor vera = german("viewer@example.com")) {
            vera.open("/overview");
            assertThat(vera.heading()).isEqualTo("Noch ist nichts für Sie freigegeben");
            assertAllGerman(vera, "/no-rights");
            vera.open("/users");
            assertThat(vera.heading()).isEqualTo("Das ist nicht für Sie");
            assertAllGerman(vera, "/users, refused");
        }
    }

    @Test
    void numbersDaysAndReasonsAreGerman() {
        try (Visitor ada = german("admin@example.com")) {
            ada.open("/overview?period=28d");
            assertThat(ada.page().locator("tr").filter(named("acme/widgets")).locator(".views"))
                    .hasText("42.000.000");
            assertThat(ada.page().locator(".period")).containsText("03.01.2026 bis 30.01.2026, verglichen mit");
            assertThat(ada.page().locator(".troubles li")).containsText("GitHub antwortete mit Status 500");
            ada.open("/repository?id=" + widgets + "&period=28d");
            Locator chart = ada.page().locator(".chart .plot").first();
            assertThat(chart).hasAttribute("aria-label", Pattern.compile("Liniendiagramm: Aufrufe.* je Tag.*"));
            ada.page().getByText("Dieselben Zahlen als Tabelle").first().click();
            assertThat(ada.page().locator("table.days tbody tr").nth(1)).containsText("30.01.2026");
            assertThat(ada.page().locator("table.days tbody tr").nth(1)).containsText("1.500.000");
            ada.open("/audit");
            assertThat(ada.text())
                    .contains("Administrator, Mandant 100", "Repository %s (acme/widgets)".formatted(widgets))
                    .doesNotContain("tenant 100", "repository " + widgets);
        }
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void whatIsWrongWithAFormIsSaidInGerman() {
        try (Visitor ada = german("admin@example.com")) {
            Page page = ada.page();
            ada.open("/repositories");
            page.getByLabel("Besitzer und Name").fill("acme");
            ada.press("Hinzufügen");
            assertThat(ada.text()).contains("Schreiben Sie das Repository als besitzer/name");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            page.getByLabel("Besitzer und Name").fill("acme/unknown");
            ada.press("Hinzufügen");
            assertThat(ada.text())
                    .contains(
                            "acme/unknown wurde nicht hinzugefügt. GitHub kennt kein solches Repository", "Not Found");
            ada.photograph("language-repositories-refused", ColorScheme.LIGHT, 390);
            ada.open("/tenants");
            ada.press("Anlegen");
            assertThat(ada.text()).contains("Dies darf nicht leer bleiben.");
            ada.open("/discover");
            page.getByLabel("Regeln").fill("no rule");
            ada.press("Regeln speichern");
            assertThat(ada.text()).contains("Nichts wurde gespeichert. Zeile 1: eine Regel wird als");
        }
    }

    @Test
    void theLanguageIsChosenOnAnyPageAndRemembered() {
        try (Visitor ada = german("admin@example.com")) {
            String address = world.sandbox().url() + "/overview?q=wid&sort=-views";
            ada.page().navigate(address);
            assertThat(ada.heading()).isEqualTo("Übersicht");
            ada.press("English");
            assertThat(ada.page()).hasURL(address);
            assertThat(ada.heading()).isEqualTo("Overview");
            assertThat(ada.page().getByText("English")).hasAttribute("aria-pressed", "true");
            ada.open("/profile");
            assertThat(ada.page().locator("html")).hasAttribute("lang", "en");
            ada.press(GERMAN);
            ada.open("/no-such-page?a=b");
            assertThat(ada.heading()).isEqualTo("Hier ist nichts");
            ada.press("English");
            assertThat(ada.heading()).isEqualTo("There is nothing here");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT,de;q=0.9,en;q=0.8 | de",
                "fr,de;q=0.5             | de",
                "en-US,de;q=0.5          | en",
                "fr                      | en",
                "*                       | en"
            })
    void unlessOneIsChosenTheBrowserSaysWhich(String wanted, String language) {
        try (Visitor visitor = world.visitor()) {
            APIResponse landing = visitor.page()
                    .request()
                    .get(
                            world.sandbox().url() + "/",
                            RequestOptions.create().setHeader("Accept-Language", wanted.strip()));
            assertThat(landing.text()).contains("<html lang=\"" + language + "\"");
        }
    }

    @Test
    void nobodyIsLedElsewhereByTheChoice() {
        try (Visitor visitor = world.visitor()) {
            for (String page : List.of("https://example.com/", "//example.com/", "/\\example.com", "")) {
                visitor.open("/");
                visitor.page().locator(".languages input").evaluate("(field, value) => { field.value = value; }", page);
                visitor.press(GERMAN);
                assertThat(visitor.page()).hasURL(world.sandbox().url() + "/");
            }
        }
    }

    @Test
    void noOtherSiteChooses() {
        try (Visitor visitor = world.visitor()) {
            APIResponse refused = visitor.page()
                    .request()
                    .post(
                            world.sandbox().url() + "/language",
                            RequestOptions.create()
                                    .setHeader("Origin", "https://example.com")
                                    .setForm(FormData.create().set("language", "de")));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.headers().getOrDefault("set-cookie", "")).doesNotContain("Language");
        }
    }

    @Test
    void theApiStaysEnglish() {
        HttpResponse<String> refused = api.post("/api/v1/repositories", "{\"owner\":\"acme\",\"name\":\"unknown\"}");
        assertThat(refused.body()).contains("GitHub knows no such repository");
        assertThat(api.get("/api/v1/repositories").body()).contains("GitHub answered with status 500");
    }
}
