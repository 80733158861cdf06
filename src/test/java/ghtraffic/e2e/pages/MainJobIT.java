package ghtraffic.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import ghtraffic.e2e.world.Look;
import ghtraffic.e2e.world.SharedWorld;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import ghtraffic.standin.faults.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a new user does, from the empty database to the first numbers, told as one story. */
class MainJobIT {

    private static World world;

    @BeforeAll
    static void startSandbox() {
        world = SharedWorld.empty();
    }

    @Test
    void aNewUserSignsInTracksARepositoryCollectsAndLooks() throws IOException {
        try (Visitor admin = world.visitor();
                Visitor viewer = world.visitor();
                Visitor stranger = world.visitor()) {
            landingPageSaysWhatThisIs(admin);
            firstSetUpWantsTheOperatorsCode(admin);
            world.api("admin@example.com").put("/sandbox/clock", "{\"now\": \"2026-01-31T10:00:00Z\"}");
            badNamesAreRefusedWithAReason(admin);
            String repository = aRepositoryIsAddedAndCollected(admin);
            theNumbersStandInTableChartAndFile(admin, repository);
            theLogTellsOfTheCollection(admin);
            whoHasNoGrantIsToldSo(stranger);
            whoseAddressIsNotVerifiedIsRefused();
            aViewerSeesWhatWasSharedAndNothingElse(admin, viewer, repository);
            signingOutWorksAtBothEnds(viewer);
            for (Visitor visitor : List.of(admin, viewer, stranger)) {
                assertThat(visitor.complaints())
                        .as("script errors and policy violations")
                        .isEmpty();
                assertThat(visitor.forbidden()).isEmpty();
            }
        }
    }

    private static void landingPageSaysWhatThisIs(Visitor admin) {
        admin.open("/");
        assertThat(admin.text()).contains("14 days").contains("first set-up");
        Look.at(admin, "landing");
    }

    private static void firstSetUpWantsTheOperatorsCode(Visitor admin) {
        admin.signIn("admin@example.com");
        assertThat(admin.page()).hasURL(world.sandbox().url() + "/set-up");
        Look.at(admin, "set-up");
        admin.press("Complete the set-up");
        assertThat(admin.text()).contains("Enter your name").contains("Enter a GitHub token");
        admin.completeSetUp("AAAA-BBBB-CCCC-DDDD-EEEE");
        assertThat(admin.text()).contains("not the set-up code");
        Look.at(admin, "set-up-refused");
        admin.completeSetUp(world.setUpCode().toLowerCase(java.util.Locale.ROOT));
        assertThat(admin.page()).hasURL(world.sandbox().url() + "/repositories");
        admin.open("/overview");
        assertThat(admin.text()).contains("No repository yet");
        Look.at(admin, "overview-empty");
        admin.open("/set-up");
        assertThat(admin.page()).hasURL(world.sandbox().url() + "/overview");
    }

    private static void badNamesAreRefusedWithAReason(Visitor admin) {
        admin.add("acme");
        assertThat(admin.text()).contains("owner/name");
        admin.add("acme/wid gets");
        assertThat(admin.text()).contains("not a repository's");
        admin.add("acme/" + "x".repeat(300));
        assertThat(admin.text()).contains("at most 100");
        admin.add("acme/unknown");
        assertThat(admin.text()).contains("acme/unknown was not added").contains("no such repository");
        admin.add("acme/forbidden");
        assertThat(admin.text()).contains("Must have push access");
        Look.at(admin, "repositories-refused");
    }

    private static String aRepositoryIsAddedAndCollected(Visitor admin) {
        admin.add("ACME/Widgets");
        assertThat(admin.heading()).isEqualTo("acme/widgets");
        String id = admin.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        Look.at(admin, "repository-new");
        admin.add("acme/widgets");
        assertThat(admin.text()).contains("acme/widgets is tracked already");
        admin.open("/repository?id=" + id);
        admin.press("Collect now");
        assertThat(admin.page().locator(".chart canvas").first()).isVisible();
        return id;
    }

    private static void theNumbersStandInTableChartAndFile(Visitor admin, String id) throws IOException {
        admin.open("/repository?id=" + id + "&period=28d");
        Page page = admin.page();
        assertThat(page.locator(".chart canvas").first()).isVisible();
        Look.at(admin, "repository");
        page.getByText("The same numbers as a table").first().click();
        assertThat(page.locator("table.days tbody tr")).hasCount(29);
        Locator today = page.locator("table.days tbody tr").nth(0);
        assertThat(today.innerText()).contains("2026-01-31").contains("partial");
        assertThat(page.locator("table.days tbody tr").nth(1).innerText())
                .contains("2026-01-30")
                .doesNotContain("partial")
                .matches("(?s).*\\d.*");
        assertThat(page.locator("table.days tbody tr").nth(20).innerText()).contains("not collected");

        Download download = page.waitForDownload(
                () -> page.locator(".exports").getByText("CSV").click());
        String csv = new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow())
                .isEqualTo("RID,TDATE,VIEWCOUNT,VUNIQUES,CLONECOUNT,CUNIQUES,ORGNAME,REPONAME,PARTIAL");
        assertThat(csv.lines().count()).isEqualTo(16);
        assertThat(csv).contains(id + ",2026-01-30,").contains(",acme,widgets,");

        admin.open("/overview");
        assertThat(admin.text()).contains("acme/widgets");
        assertThat(page.locator(".sparkline path").getAttribute("d")).startsWith("M");
        Look.at(admin, "overview");
    }

    private static void theLogTellsOfTheCollection(Visitor admin) {
        admin.open("/collections");
        assertThat(admin.text()).contains("finished");
        Look.at(admin, "collections");
        admin.page().locator("tbody a").first().click();
        assertThat(admin.heading()).startsWith("Collection ");
        Look.at(admin, "collection");
    }

    private static void whoHasNoGrantIsToldSo(Visitor stranger) {
        stranger.signIn("stranger@example.com");
        assertThat(stranger.text()).contains("stranger@example.com").contains("Ask an administrator");
        Look.at(stranger, "no-rights");
    }

    private static void whoseAddressIsNotVerifiedIsRefused() {
        try (Visitor unverified = world.visitor()) {
            unverified.signIn("unverified@example.com");
            assertThat(unverified.heading()).isEqualTo("Your e-mail address is not verified");
            Look.at(unverified, "unverified");
        }
    }

    private static void aViewerSeesWhatWasSharedAndNothingElse(Visitor admin, Visitor viewer, String shared) {
        admin.add("acme/gadgets");
        String hidden = admin.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        aCollectionIsSeenRunningAndItsFailureIsExplained(admin, hidden, shared);
        admin.open("/repository?id=" + shared);
        admin.page().getByLabel("E-mail address").fill("Viewer@Example.com");
        admin.press("Share");
        assertThat(admin.text()).contains("Shared.");

        viewer.signIn("viewer@example.com");
        assertThat(viewer.text()).contains("acme/widgets").doesNotContain("acme/gadgets");
        assertThat(viewer.page().getByRole(AriaRole.NAVIGATION).innerText().split("\\s+"))
                .containsExactly("Overview", "Tables", "Compare");
        Look.at(viewer, "overview-viewer");
        viewer.open("/repository?id=" + shared);
        assertThat(viewer.heading()).isEqualTo("acme/widgets");
        assertThat(viewer.text()).doesNotContain("Collect now").doesNotContain("Give someone a look");
        Look.at(viewer, "repository-viewer");
        refused(viewer, "/repository?id=" + hidden, 404, "There is nothing here");
        refused(viewer, "/repository?id=99999999", 404, "There is nothing here");
        refused(viewer, "/repository?id=nonsense", 404, "There is nothing here");
        refused(viewer, "/collections", 403, "This is not for you");
        refused(viewer, "/repositories", 403, "This is not for you");
        Look.at(viewer, "forbidden");
        refused(viewer, "/collection?id=1", 404, "There is nothing here");
        refused(viewer, "/no-such-page", 404, "There is nothing here");
        Look.at(viewer, "not-found");
        for (String form : List.of("share", "collect", "nothing")) {
            assertThat(posted(viewer, form, hidden))
                    .as("a hand-made form about another's repository")
                    .startsWith("404 ")
                    .doesNotContain("gadgets")
                    .doesNotContain("<td");
        }
        viewer.complaints().removeIf(complaint -> complaint.contains("status of 40"));
    }

    /** What a form sent by hand from our own page is answered: the status and the page. */
    private static String posted(Visitor visitor, String form, String id) {
        return (String) visitor.page().evaluate("""
                        async ([form, id]) => {
                          const body = new URLSearchParams({[`${form}_SUBMIT`]: '1', [form]: form, id, period: 'all',
                            'jakarta.faces.ViewState': 'stateless'});
                          const answer = await fetch('/repository', {method: 'POST', body});
                          return answer.status + ' ' + await answer.text();
                        }""", List.of(form, id));
    }

    private static void aCollectionIsSeenRunningAndItsFailureIsExplained(Visitor admin, String id, String other) {
        Page page = admin.page();
        admin.press("Collect now");
        assertThat(page.getByText("Collected: 2026-01-31")).isVisible();
        String run = page.url().replaceFirst(".*[?&]run=(\\d+).*", "$1");
        admin.open("/repository?id=" + other + "&run=" + run);
        assertThat(admin.text()).contains("acme/widgets").doesNotContain("Collected: 2026");
        admin.open("/repository?id=" + id);
        assertThat(page.locator(".chart canvas").first()).isVisible();

        world.sandbox().gitHub().fail(Failure.of(Failure.Kind.STATUS_500).below("/repos/acme/gadgets/traffic"));
        world.sandbox().gitHub().setLatency(Duration.ofSeconds(6));
        admin.press("Collect now");
        assertThat(page.locator("progress")).isVisible();
        Look.at(admin, "repository-collecting");
        Page written = page.context().newPage();
        written.navigate(world.sandbox().url() + "/repository?id=" + id);
        assertThat(written.locator("progress")).isVisible();
        written.getByLabel("E-mail address").fill("half@");
        admin.open("/collections");
        assertThat(page.locator("progress")).isVisible();
        world.sandbox().gitHub().setLatency(Duration.ZERO);
        assertThat(page.locator("progress")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
        assertThat(admin.text()).contains("finished");
        assertThat(written.getByText("The page was left as it is")).isVisible();
        assertThat(written.getByLabel("E-mail address")).hasValue("half@");
        written.close();
        Look.at(admin, "collections-failed");
        page.locator("tbody a").first().click();
        assertThat(admin.text()).contains("acme/gadgets").contains("status 500");
        Look.at(admin, "collection-failed");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("acme/gadgets"))
                .click();
        page.waitForURL("**/repository?id=" + id);
        assertThat(admin.text()).contains("The last collection failed.").contains("status 500");
        Look.at(admin, "repository-failed");
        admin.open("/overview");
        assertThat(admin.text()).contains("status 500");
        Look.at(admin, "overview-failed");
        world.sandbox().gitHub().recover();

        admin.open("/repositories");
        page.getByText("Remove acme/gadgets").click();
        assertThat(admin.text()).contains("What is to become of its history?");
        Look.at(admin, "repositories-remove");
    }

    private static void refused(Visitor visitor, String path, int status, String heading) {
        Response response =
                Objects.requireNonNull(visitor.page().navigate(world.sandbox().url() + path));
        assertThat(response.status()).as(path).isEqualTo(status);
        assertThat(visitor.heading()).isEqualTo(heading);
    }

    private static void signingOutWorksAtBothEnds(Visitor viewer) {
        viewer.open("/overview");
        viewer.press("Sign out");
        viewer.page().waitForURL(world.sandbox().url() + "/signed-out**");
        assertThat(viewer.page().url()).doesNotContain("provider=no");
        Look.at(viewer, "signed-out");
        viewer.open("/overview");
        assertThat(viewer.page().locator("input[name=j_password]")).isVisible();
    }
}
