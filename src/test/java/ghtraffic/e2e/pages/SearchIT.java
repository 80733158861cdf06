package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The search in the frame, by keys, pointer and without script, and the list of keys. */
@ExtendWith(SharedWorld.class)
class SearchIT {

    private final World world;

    SearchIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void twoAreTracked() {
        WorldBuilder.in(world).track("quiet", "secret-plans");
    }

    @Test
    void slashLeadsToTheSearchAndArrowsToWhatItSuggests() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/profile");
            Page page = ada.page();
            Locator field = page.locator("#search");
            page.keyboard().press("/");
            assertThat(field).isFocused();
            assertThat(field).hasValue("");

            page.keyboard().type("QUIE");
            Locator options = page.locator("#suggestions [role=option]");
            assertThat(options).hasCount(2);
            assertThat(options.first()).hasText("acme/quiet Repository");
            assertThat(field).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("form.search [role=status]")).hasText("1 suggestion");
            page.keyboard().press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", "suggestion-0");
            Look.at(ada, "search-suggestions");
            page.keyboard().press("ArrowUp");
            assertThat(options.last()).hasAttribute("aria-selected", "true");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.LISTBOX)).isHidden();
            assertThat(field).isFocused();
            assertThat(field).hasValue("QUIE");

            page.keyboard().press("End");
            page.keyboard().type("T");
            assertThat(options.first()).isVisible();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/repository\\?id=[0-9]+"));
            assertThat(ada.text()).startsWith("acme/quiet");

            page.keyboard().press("/");
            page.keyboard().type("audit");
            assertThat(options.first()).hasText("Audit log Page");
            options.first().click();
            assertThat(page).hasURL(world.sandbox().url() + "/audit");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void theResultsAreWhatOneMaySeeAndOpen() {
        try (Visitor ada = world.visitor();
                Visitor stranger = world.visitor()) {
            ada.signIn("admin@example.com");
            ada.page().locator("#search").fill("e");
            ada.page().keyboard().press("Enter");
            assertThat(ada.page()).hasURL(world.sandbox().url() + "/search?q=e");
            assertThat(ada.text()).contains("acme/quiet", "acme/secret-plans", "Audit log", "Repositories");
            Look.at(ada, "search");
            ada.open("/search?q=%3Cb%3Enothing");
            assertThat(ada.text()).contains("Nothing that you may see has “<b>nothing” in its name.");
            Look.at(ada, "search-nothing");
            ada.open("/search");
            assertThat(ada.text())
                    .contains("Users", "Profile and access tokens")
                    .doesNotContain("acme/quiet");
            assertThat(ada.complaints()).isEmpty();

            stranger.signIn("stranger@example.com");
            stranger.open("/search?q=e");
            assertThat(stranger.text())
                    .contains("Profile and access tokens")
                    .doesNotContain("quiet", "secret", "Users", "Audit", "Overview", "Collections", "Import");
        }
    }

    @Test
    void questionMarkShowsTheKeysWhichCanBeSwitchedOff() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/profile");
            Page page = ada.page();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            Locator opener = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keys").setExact(true));
            opener.focus();
            page.keyboard().press("?");
            assertThat(dialog).isVisible();
            assertThat(dialog.getByRole(AriaRole.BUTTON)).isFocused();
            Look.at(ada, "keys");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).not().isFocused();
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(opener).isFocused();

            opener.click();
            dialog.getByLabel("Use single keys").uncheck();
            dialog.getByRole(AriaRole.BUTTON).click();
            page.keyboard().press("?");
            assertThat(dialog).isHidden();
            ada.open("/overview");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).not().isFocused();
            opener.click();
            dialog.getByLabel("Use single keys").check();
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            assertThat(page.locator("#search")).isFocused();
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void keysDoNothingWhileSomebodyWritesOrWithAModifier() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/overview");
            Page page = ada.page();
            Locator filter = page.locator("#q");
            filter.click();
            page.keyboard().type("a/b?");
            assertThat(filter).hasValue("a/b?");
            assertThat(filter).isFocused();
            filter.blur();
            for (String keys : new String[] {"Control+/", "Alt+/", "Meta+/"}) {
                page.keyboard().press(keys);
                assertThat(page.locator("#search")).not().isFocused();
            }
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    @Test
    void theSandboxShowsTheDesignSystem() {
        try (Visitor ada = world.signedIn("admin@example.com")) {
            ada.open("/styleguide");
            assertThat(ada.heading()).isEqualTo("owner/Head of a page");
            Look.at(ada, "styleguide");
            assertThat(ada.complaints()).isEmpty();
        }
    }
}
