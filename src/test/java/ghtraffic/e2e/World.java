package ghtraffic.e2e;

import ghtraffic.sandbox.Sandbox;
import ghtraffic.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sandbox of its own with an empty database. */
final class World implements AutoCloseable {

    private static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
    private static final Pattern CODE = Pattern.compile("set-up code: ([A-Z0-9-]+)");

    private static final String FORK = System.getProperty("fork.number", "1");
    private static final BitSet TAKEN = new BitSet();

    private final int place;
    private final Sandbox sandbox;
    private final List<String> console;
    private final Map<String, String> signedIn = new HashMap<>();

    private World(int place, Sandbox sandbox, List<String> console) {
        this.place = place;
        this.sandbox = sandbox;
        this.console = console;
    }

    static World create(int port) throws IOException, InterruptedException, TimeoutException {
        return create(port, Map.of(), List.of());
    }

    static World create(int port, Map<String, String> environment, List<Path> libraries)
            throws IOException, InterruptedException, TimeoutException {
        int place = take();
        Path home = PROJECT.resolve("target/e2e/" + FORK + "-" + place);
        clear(home);
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("COLLECT_SCHEDULE", "paused");
        List<String> console = new CopyOnWriteArrayList<>();
        Sandbox sandbox =
                Sandbox.start(new SandboxSettings(PROJECT, home, port, port + 1, 0, settings, libraries), console::add);
        return new World(place, sandbox, console);
    }

    private static synchronized int take() {
        int place = TAKEN.nextClearBit(0);
        TAKEN.set(place);
        return place;
    }

    private static synchronized void leave(int place) {
        TAKEN.clear(place);
    }

    /** Leaves what the servers remember of Liberty itself, with which they start a third faster. */
    private static void clear(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !home.relativize(file).toString().contains("workarea"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
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
        return new Visitor(sandbox, Chromium.running(), null);
    }

    /** A new browser profile in which this sample user has signed in; he does so once for all of them. */
    Visitor signedIn(String email) {
        String state = signedIn.computeIfAbsent(email, who -> {
            try (Visitor visitor = visitor()) {
                visitor.signIn(who);
                return visitor.state();
            }
        });
        return new Visitor(sandbox, Chromium.running(), state);
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
        sandbox.close();
        leave(place);
    }
}
