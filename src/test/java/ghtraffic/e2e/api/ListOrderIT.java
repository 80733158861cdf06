package ghtraffic.e2e.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.e2e.world.WorldBuilder;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of repositories, ordered and narrowed to a tenant, through the API and on the overview. */
@ExtendWith(SharedWorld.class)
class ListOrderIT {

    private static final String LIST = "/api/v1/repositories?q=acme";

    private final World world;
    private final Api admin;
    private final Api stranger;

    ListOrderIT(World world) {
        this.world = world;
        this.admin = world.api("admin@example.com");
        this.stranger = world.api("stranger@example.com");
    }

    @BeforeEach
    void twoAreCollected() {
        WorldBuilder.in(world).track("gadgets", "museum").collectOnce("gadgets", "museum");
    }

    @Test
    void ordersByNameAndByNumbers() {
        List<String> byName = list("&sort=name", "name");
        assertThat(byName).isSorted().hasSizeGreaterThan(1).isEqualTo(list("", "name"));
        assertThat(list("&sort=-name", "name")).isSortedAccordingTo(Comparator.reverseOrder());
        for (String key : List.of("views", "clones")) {
            List<Long> numbers =
                    list("&sort=-" + key, key).stream().map(Long::valueOf).toList();
            assertThat(numbers).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(list("&sort=" + key, key).stream().map(Long::valueOf)).isSorted();
        }
        assertThat(list("&sort=-views&size=1&page=1", "name"))
                .containsExactly(list("&sort=-views", "name").get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stars", "-", "", "views,name"})
    void namesTheOrderThatIsNone(String sort) {
        HttpResponse<String> answer = admin.get(LIST + "&sort=" + sort);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"sort\"").contains("views");
    }

    @Test
    void aTenantIsKnownToThoseWhoHaveARightInItOnly() {
        String own = admin.get("/api/v1/me").body().replaceFirst(".*\"tenants\":\\[\\{\"id\":(\\d+).*", "$1");
        for (String path : List.of("repositories", "repositories.csv", "traffic.csv")) {
            String address = "/api/v1/" + path;
            String narrowed = address + "?tenant=";
            assertThat(admin.get(narrowed + own).body())
                    .isEqualTo(admin.get(address).body())
                    .contains("museum");
            for (HttpResponse<String> refusal :
                    List.of(admin.get(narrowed + "99999999"), stranger.get(narrowed + own))) {
                assertThat(refusal.statusCode()).isEqualTo(404);
                assertThat(Api.header(refusal, "content-type")).startsWith("application/problem+json");
                assertThat(refusal.body()).contains("There is no tenant");
            }
        }
    }

    @Test
    void theHeadingsOfTheOverviewOrderIt() {
        try (Visitor visitor = world.visitor()) {
            visitor.signIn("admin@example.com");
            visitor.open("/overview?q=ACME");
            isOrdered(visitor, "Views", "descending", list("&sort=-views", "name"));
            heading(visitor, "Repository").click();
            isOrdered(visitor, "Repository", "ascending", list("", "name"));
            heading(visitor, "Views").click();
            isOrdered(visitor, "Views", "descending", list("&sort=-views", "name"));
            assertThat(visitor.page().locator("#q")).hasValue("ACME");
            heading(visitor, "Views").click();
            isOrdered(visitor, "Views", "ascending", list("&sort=views", "name"));
            visitor.press("Search");
            isOrdered(visitor, "Views", "ascending", list("&sort=views", "name"));
            heading(visitor, "Clones").click();
            isOrdered(visitor, "Clones", "descending", list("&sort=-clones", "name"));
            Look.at(visitor, "overview-ordered");
            visitor.open("/overview?q=ACME&sort=%22%3E%3Cscript%3E");
            isOrdered(visitor, "Views", "descending", list("&sort=-views", "name"));
            heading(visitor, "Repository").click();
            heading(visitor, "Repository").click();
            isOrdered(visitor, "Repository", "descending", list("&sort=-name", "name"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static Locator heading(Visitor visitor, String name) {
        return visitor.page()
                .locator("thead")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void isOrdered(Visitor visitor, String heading, String direction, List<String> names) {
        Page page = visitor.page();
        Locator ordering = page.locator("th[aria-sort$=ending]");
        assertThat(ordering).hasText(heading);
        assertThat(ordering).hasAttribute("aria-sort", direction);
        assertThat(page.locator("tbody .name a").allInnerTexts())
                .isEqualTo(names.stream().map(name -> "acme/" + name).toList());
    }

    /** A field of each repository of the list, where there are numbers of the last 14 days. */
    private List<String> list(String rest, String field) {
        List<?> items = (List<?>)
                Objects.requireNonNull(Api.json(admin.get(LIST + rest)).get("items"));
        return items.stream()
                .map(item -> (Map<?, ?>) item)
                .map(item -> item.containsKey(field) ? item : (Map<?, ?>) item.get("last14Days"))
                .filter(Objects::nonNull)
                .map(values -> String.valueOf(values.get(field)))
                .toList();
    }
}
