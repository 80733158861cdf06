package ghtraffic.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.sandbox.IdentityProvider;
import ghtraffic.sandbox.Sandbox;
import ghtraffic.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A separate sandbox with an empty database. Each process has a few places with ports and a folder; a world takes one
 * of them. The identity provider of a place keeps running for the next world there.
 */
public final class World implements AutoCloseable {

    public static final Path PROJECT =
            Path.of(System.getProperty("project.directory", "")).toAbsolutePath();
    private static final Pattern CODE = Pattern.compile("set-up code: ([A-Z0-9-]+)");

    private static final int FORK = Integer.getInteger("fork.number", 1);
    private static final int FIRST_PORT = 19400;
    private static final int PLACES = 4;
    private static final BitSet TAKEN = new BitSet();
    private static final Map<Integer, IdentityProvider> PROVIDERS = new ConcurrentHashMap<>();

    private final int place;
    private final Path home;
    private final Sandbox sandbox;
    private final List<String> console;
    private final Map<String, String> signedIn = new HashMap<>();

    private World(int place, Path home, Sandbox sandbox, List<String> console) {
        this.place = place;
        this.home = home;
        this.sandbox = sandbox;
        this.console = console;
    }

    /** Starts a sandbox with the default settings. */
    public static World create() throws IOException, InterruptedException, TimeoutException {
        return create(Map.of(), List.of());
    }

    /**
     * Starts a sandbox.
     *
     * @param environment settings that override the defaults
     * @param libraries further libraries for the server
     */
    public static World create(Map<String, String> environment, List<Path> libraries)
            throws IOException, InterruptedException, TimeoutException {
        World world = prepare(environment, libraries);
        try {
            world.sandbox.startApplication();
            world.sandbox.provider().awaitAnswer();
        } catch (IllegalStateException | InterruptedException | TimeoutException e) {
            world.close();
            throw e;
        }
        return world;
    }

    /** Starts a sandbox without the application, for tests that start it with their own settings. */
    public static World withoutApplication(List<Path> libraries)
            throws IOException, InterruptedException, TimeoutException {
        World world = prepare(Map.of(), libraries);
        world.sandbox.provider().awaitAnswer();
        return world;
    }

    private static World prepare(Map<String, String> environment, List<Path> libraries)
            throws IOException, InterruptedException {
        int place = take();
        int port = FIRST_PORT + 2 * (FORK * PLACES + place);
        Path home = PROJECT.resolve("target/e2e/" + FORK + "-" + place);
        delete(home.resolve("data"));
        forgetApplication(home.resolve("usr/servers/traffic"));
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("COLLECT_SCHEDULE", "paused");
        SandboxSettings sandboxSettings = new SandboxSettings(PROJECT, home, port, port + 1, 0, settings, libraries);
        IdentityProvider provider = PROVIDERS.get(place);
        if (provider == null) {
            provider = IdentityProvider.start(sandboxSettings);
            PROVIDERS.put(place, provider);
        }
        List<String> console = new CopyOnWriteArrayList<>();
        return new World(place, home, Sandbox.prepare(sandboxSettings, provider, console::add), console);
    }

    private static synchronized int take() {
        int place = TAKEN.nextClearBit(0);
        TAKEN.set(place);
        return place;
    }

    private static synchronized void leave(int place) {
        TAKEN.clear(place);
    }

    /** Deletes the application but keeps what Liberty has cached about itself, with which it starts a third faster. */
    private static void forgetApplication(Path server) throws IOException {
        if (Files.exists(server)) {
            try (Stream<Path> files = Files.walk(server)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !server.relativize(file).startsWith("workarea"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Deletes a folder with everything in it, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Returns a TLS context with a certificate that the application trusts, for servers of tests. */
    public SSLContext certified() {
        return sandbox.sslContext();
    }

    /** Returns the certificate of {@link #certified} as PEM. */
    public String certificatePem() throws IOException, GeneralSecurityException {
        KeyStore keys = keyStore();
        return pem(
                "CERTIFICATE", keys.getCertificate(keys.aliases().nextElement()).getEncoded());
    }

    /** Returns its private key as PEM. */
    public String privateKeyPem() throws IOException, GeneralSecurityException {
        KeyStore keys = keyStore();
        return pem(
                "PRIVATE KEY",
                keys.getKey(keys.aliases().nextElement(), password()).getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what);
    }

    private KeyStore keyStore() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(home.resolve("localhost.p12").toFile(), password());
    }

    private char[] password() throws IOException {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return secrets.getProperty("KEYSTORE_PASSWORD").toCharArray();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Opens a new browser profile with a wide window and light colors. */
    public Visitor visitor() {
        return new Visitor(sandbox, Chromium.running(), null);
    }

    /**
     * Opens a new browser profile in which this sample user is signed in. The sign-in happens once for all profiles.
     */
    public Visitor signedIn(String email) {
        return new Visitor(sandbox, Chromium.running(), state(email));
    }

    /** Opens a new browser profile that runs no scripts, in which this sample user is signed in. */
    public Visitor withoutScripts(String email) {
        return new Visitor(sandbox, Chromium.running(), state(email), false);
    }

    private String state(String email) {
        return signedIn.computeIfAbsent(email, who -> {
            try (Visitor visitor = visitor()) {
                visitor.signIn(who);
                return visitor.state();
            }
        });
    }

    /** Returns a client that calls the API with a bearer token of this sample user. */
    public Api api(String email) {
        return new Api(sandbox, email);
    }

    /** Returns the setup code that the server printed for its operator, and waits for it. */
    public String setUpCode() {
        return setUpCode(console);
    }

    static String setUpCode(List<String> console) {
        return await("the set-up code")
                .until(
                        () -> console.stream()
                                .map(CODE::matcher)
                                .filter(Matcher::find)
                                .map(matcher -> matcher.group(1))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Returns the lines that the application's server has printed. */
    public List<String> console() {
        return console;
    }

    /** Makes admin@example.com the administrator. */
    public void setUp() {
        try (Visitor admin = visitor()) {
            admin.signIn("admin@example.com");
            admin.completeSetUp(setUpCode());
        }
    }

    /** Resets the sandbox: it has no data, is not set up, and its clock shows the current time. */
    void empty() {
        sandbox.gitHub().recover();
        Api admin = api("admin@example.com");
        admin.put("/sandbox/clock", "{\"now\": \"" + Clock.systemUTC().instant() + "\"}");
        assertThat(admin.delete("/sandbox/data").statusCode()).isEqualTo(204);
        signedIn.clear();
    }

    @Override
    public void close() {
        sandbox.close();
        leave(place);
    }
}
