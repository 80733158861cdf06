package ghtraffic.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import ghtraffic.sandbox.Sandbox;
import ghtraffic.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sandbox of its own with an empty database, and a browser. */
final class World implements AutoCloseable {

    private static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
    private static final Pattern CODE = Pattern.compile("set-up code: ([A-Z0-9-]+)");

    private final Sandbox sandbox;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> console;
    private final Map<String, String> signedIn = new HashMap<>();

    private World(Sandbox sandbox, Playwright playwright, Browser browser, List<String> console) {
        this.sandbox = sandbox;
        this.playwright = playwright;
        this.browser = browser;
        this.console = console;
    }

    static World create(String name, int port) throws IOException, InterruptedException, TimeoutException {
        return create(name, port, Map.of(), List.of());
    }

    static World create(String name, int port, Map<String, String> environment, List<Path> libraries)
            throws IOException, InterruptedException, TimeoutException {
        Path home = PROJECT.resolve("target/e2e").resolve(name);
        delete(home);
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("COLLECT_SCHEDULE", "paused");
        List<String> console = new CopyOnWriteArrayList<>();
        Playwright playwright = playwright();
        Browser browser = Chromium.launch(playwright);
        Sandbox sandbox =
                Sandbox.start(new SandboxSettings(PROJECT, home, port, port + 1, 0, settings, libraries), console::add);
        return new World(sandbox, playwright, browser, console);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** A new browser profile, at a desk in daylight. */
    Visitor visitor() {
        return new Visitor(sandbox, browser, null);
    }

    /** A new browser profile in which this sample user has signed in; he does so once for all of them. */
    Visitor signedIn(String email) {
        String state = signedIn.computeIfAbsent(email, who -> {
            try (Visitor visitor = visitor()) {
                visitor.signIn(who);
                return visitor.state();
            }
        });
        return new Visitor(sandbox, browser, state);
    }

    /** Calls the API with a bearer token of this sample user. */
    Api api(String email) {
        return new Api(sandbox, email);
    }

    /** What the server printed for its operator. */
    String setUpCode() {
        return setUpCode(console);
    }

    static String setUpCode(List<String> console) {
        return console.stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("The server printed no set-up code:\n" + String.join("\n", console)));
    }

    /** All that the application's server printed. */
    List<String> console() {
        return console;
    }

    /** Makes admin@example.com the administrator. */
    void setUp() {
        try (Visitor admin = visitor()) {
            admin.signIn("admin@example.com");
            admin.completeSetUp(setUpCode());
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        sandbox.close();
    }
}
