package ghtraffic.e2e.world;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import ghtraffic.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user with a browser. Records the errors that the browser reports. */
public final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("project.directory", "")).resolve("target/screenshots");

    private final Sandbox sandbox;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();

    /**
     * Opens a browser profile.
     *
     * @param state the {@link #state()} of another profile, or null for an empty one
     */
    public Visitor(Sandbox sandbox, Browser browser, @Nullable String state) {
        this(sandbox, browser, state, true);
    }

    /**
     * Opens a browser profile.
     *
     * @param state the {@link #state()} of another profile, or null for an empty one
     * @param scripts whether the browser runs the scripts of pages
     */
    Visitor(Sandbox sandbox, Browser browser, @Nullable String state, boolean scripts) {
        this.sandbox = sandbox;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setStorageState(state)
                .setJavaScriptEnabled(scripts)
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB"));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> hosts.add(request.url().replaceFirst("^(https?://[^/]+).*", "$1")));
    }

    public Page page() {
        return page;
    }

    /** Returns the cookies and the storage of the browser profile. */
    public String state() {
        return context.storageState();
    }

    /** Opens the page at a path of the application. */
    public void open(String path) {
        page.navigate(sandbox.url() + path);
    }

    /** Signs in through the identity provider, starting from the landing page. */
    public void signIn(String email) {
        goToSignIn();
        enter(email);
        page.waitForURL(sandbox.url() + "/**");
    }

    /** Follows the "Sign in" link of the landing page. */
    public void goToSignIn() {
        open("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /** Fills in and submits the sign-in form of the identity provider. */
    public void enter(String email) {
        page.locator("input[name$=username]").fill(email);
        page.locator("input[name$=password]").fill("sandbox");
        page.locator("input[type=submit], button[type=submit]").first().click();
    }

    /** Fills in and submits the setup form. */
    public void completeSetUp(String code) {
        page.getByLabel("Your name").fill("Ada Admin");
        page.getByLabel("GitHub user").fill("acme");
        page.getByLabel("GitHub token").fill("sandbox-token");
        page.getByLabel("Set-up code").fill(code);
        press("Complete the set-up");
    }

    /** Tracks a repository through the page. */
    public void add(String name) {
        open("/repositories");
        page.getByLabel("Owner and name").fill(name);
        press("Add");
    }

    /** Presses the button with this label and waits until the page is loaded. */
    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    public String heading() {
        return page.locator("h1").innerText();
    }

    /** Returns the text of the main part of the page, after the page is loaded. */
    public String text() {
        page.waitForLoadState();
        return page.locator("main").innerText();
    }

    /** Returns the violations of accessibility rules on the current page. */
    public List<String> accessibilityViolations() {
        return violations(new AxeBuilder(page));
    }

    /** Returns the texts on the current page whose contrast with their background is less than seven to one. */
    public List<String> paleTexts() {
        return violations(new AxeBuilder(page).withRules(List.of("color-contrast-enhanced")));
    }

    private static List<String> violations(AxeBuilder rules) {
        return rules.analyze().getViolations().stream().map(Visitor::describe).toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Returns the errors that the browser reported: policy violations and script errors. */
    public List<String> complaints() {
        return complaints;
    }

    /**
     * Returns the violations of the content security policy, and the servers that pages requested other than their
     * own, the application and the identity provider.
     */
    public List<String> forbidden() {
        return Stream.concat(
                        complaints.stream().filter(complaint -> complaint.contains("Content Security Policy")),
                        hosts().stream()
                                .filter(host -> !page.url().startsWith(host + "/")
                                        && !host.equals(sandbox.url())
                                        && !sandbox.issuer().startsWith(host)))
                .toList();
    }

    /** Returns the servers that pages and their resources were requested from. */
    public List<String> hosts() {
        return hosts.stream().distinct().toList();
    }

    /** Waits for two frames, or for one second if the browser draws none. */
    private static final String DRAWN = """
            () => new Promise(done => {
              setTimeout(done, 1000);
              requestAnimationFrame(() => requestAnimationFrame(done));
            })""";

    /** Saves a screenshot of the whole page. Fails if the page is wider than the window. */
    public void photograph(String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        fits(name, width);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(
                        name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png")));
    }

    /** Sets the width of the window in pixels. Fails if the page is wider than the window. */
    public void fits(String name, int width) {
        page.setViewportSize(width, 900);
        page.evaluate(DRAWN);
        int overflow = (int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        if (overflow > 0) {
            throw new AssertionError(name + " is " + overflow + " px wider than " + width + " px");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
