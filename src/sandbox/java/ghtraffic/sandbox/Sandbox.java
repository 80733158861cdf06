package ghtraffic.sandbox;

import ghtraffic.standin.GitHubStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The running sandbox: application, identity provider and GitHub stand-in. */
public final class Sandbox implements AutoCloseable {

    private static final String CLIENT_ID = "github-traffic-analytics";

    private final SandboxSettings settings;
    private final SandboxSecrets secrets;
    private final GitHubStandIn gitHub;
    private final Consumer<String> console;
    private final HttpClient client;
    private LibertyServer provider;
    private LibertyServer application;

    private Sandbox(SandboxSettings settings, SandboxSecrets secrets, GitHubStandIn gitHub, Consumer<String> console) {
        this.settings = settings;
        this.secrets = secrets;
        this.gitHub = gitHub;
        this.console = console;
        this.client = HttpClient.newBuilder()
                // A connection of HTTP/2 that stays open keeps Liberty from stopping.
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(secrets.sslContext())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.provider = launchProvider();
        this.application = launchApplication(Map.of());
    }

    /**
     * Starts all three and returns when the application is ready.
     *
     * @param console receives each line that the application's server prints
     * @throws IllegalStateException when a port is in use or a server ends, with a message for people
     * @throws TimeoutException when a server does not answer within three minutes
     */
    public static Sandbox start(SandboxSettings settings, Consumer<String> console)
            throws IOException, InterruptedException, TimeoutException {
        for (int port : new int[] {settings.httpsPort(), settings.providerPort(), settings.gitHubPort()}) {
            requireFree(port);
        }
        Files.createDirectories(settings.home());
        SandboxSecrets secrets = SandboxSecrets.in(settings.home());
        layServer(settings, "provider.xml", "provider/server.xml");
        Path extension = settings.home().resolve("usr/extension/lib");
        copy(jar(settings), extension.resolve("ghtraffic.sandbox_1.0.0.jar"));
        copy(
                settings.project().resolve("src/sandbox/liberty/sandbox-1.0.mf"),
                extension.resolve("features/sandbox-1.0.mf"));
        layApplication(settings);
        Sandbox sandbox = new Sandbox(settings, secrets, GitHubStandIn.start(settings.gitHubPort()), console);
        try {
            sandbox.awaitProvider();
            sandbox.awaitApplication();
        } catch (IllegalStateException | InterruptedException | TimeoutException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " is in use, perhaps by another sandbox. End that, or choose other ports with the"
                            + " environment variables HTTPS_PORT, PROVIDER_PORT and GITHUB_PORT.",
                    e);
        }
    }

    private static void layApplication(SandboxSettings settings) throws IOException {
        Path built = settings.wlp().resolve("usr/servers/traffic");
        Path server = settings.home().resolve("usr/servers/traffic");
        copy(built.resolve("server.xml"), server.resolve("server.xml"));
        copy(built.resolve("jvm.options"), server.resolve("jvm.options"));
        copy(
                built.resolve("apps/github-traffic-analytics-notice.war"),
                server.resolve("apps/github-traffic-analytics-notice.war"));
        try (Stream<Path> files = Files.walk(built.resolve("resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, server.resolve(built.relativize(file).toString()));
            }
        }
        Path application = server.resolve("apps/github-traffic-analytics.war");
        delete(application);
        unpack(settings.build().resolve("github-traffic-analytics.war"), application);
        copy(jar(settings), application.resolve("WEB-INF/lib/sandbox.jar"));
        for (Path library : settings.libraries()) {
            copy(library, application.resolve("WEB-INF/lib").resolve(library.getFileName()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, folder.resolve(file.toString().substring(1)));
            }
        }
    }

    private static void layServer(SandboxSettings settings, String source, String target) throws IOException {
        copy(
                settings.project().resolve("src/sandbox/liberty").resolve(source),
                settings.home().resolve("usr/servers").resolve(target));
    }

    private static Path jar(SandboxSettings settings) {
        return settings.build().resolve("github-traffic-analytics-sandbox.jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private LibertyServer launchProvider() {
        return launch("provider", Map.of(), line -> {});
    }

    private LibertyServer launchApplication(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTPS_PORT", String.valueOf(settings.httpsPort()));
        environment.put("BIND_ADDRESS", "127.0.0.1");
        environment.put("DATA_DIR", settings.home().resolve("data").toString());
        environment.put("APPID_OAUTH_SERVER_URL", settings.issuer());
        environment.put("APPID_JWKS_URI", settings.issuer() + "/jwk");
        environment.put("GITHUB_API_URL", gitHub.uri().toString());
        environment.put("SANDBOX_GITHUB_URL", gitHub.uri().toString());
        environment.putAll(settings.environment());
        environment.putAll(changes);
        return launch("traffic", environment, console);
    }

    private LibertyServer launch(String server, Map<String, String> more, Consumer<String> lines) {
        Map<String, String> environment = new HashMap<>(secrets.values());
        environment.put("KEYSTORE_FILE", secrets.keyStore().toString());
        environment.put("PROVIDER_PORT", String.valueOf(settings.providerPort()));
        environment.put("APPID_CLIENT_ID", CLIENT_ID);
        environment.put("FULL_HOSTNAME", settings.applicationUrl());
        environment.putAll(more);
        environment.values().removeIf(String::isEmpty);
        return LibertyServer.start(settings.wlp(), settings.home().resolve("usr"), server, environment, lines);
    }

    private void awaitProvider() throws InterruptedException, TimeoutException {
        provider.awaitAnswer(client, URI.create(settings.issuer() + "/.well-known/openid-configuration"), 200);
    }

    private void awaitApplication() throws InterruptedException, TimeoutException {
        application.awaitAnswer(client, URI.create(settings.applicationUrl() + "/health/ready"), 200);
    }

    /** The application's address, without a slash at its end. */
    public String url() {
        return settings.applicationUrl();
    }

    /** The identity provider's issuer address. */
    public String issuer() {
        return settings.issuer();
    }

    /** The stand-in that the application takes for GitHub. */
    public GitHubStandIn gitHub() {
        return gitHub;
    }

    /** A context that trusts the sandbox's certificate and no other. */
    public SSLContext sslContext() {
        return secrets.sslContext();
    }

    /** The client that the application is at the provider. */
    public String clientId() {
        return CLIENT_ID;
    }

    /** The password of that client, drawn for this sandbox. */
    public String clientSecret() {
        return secrets.values().getOrDefault("APPID_SECRET", "");
    }

    /** The process of the application's server. */
    public long applicationProcessId() {
        return application.processId();
    }

    /** Ends the application's server as a power failure would. */
    public void killApplication() {
        application.kill();
    }

    /** Starts the application's server again and returns when it is ready. */
    public void startApplication() throws InterruptedException, TimeoutException {
        application = launchApplication(Map.of());
        awaitApplication();
    }

    /**
     * Ends the application's server and starts it with other settings.
     *
     * @param changes settings beside the usual ones; an empty value takes one of those away
     * @param readiness what {@code /health/ready} answers when it is up: 200 or 503
     */
    public void restartApplication(Map<String, String> changes, int readiness)
            throws InterruptedException, TimeoutException {
        application.stop();
        application = launchApplication(changes);
        application.awaitAnswer(client, URI.create(settings.applicationUrl() + "/health/ready"), readiness);
    }

    /** Ends the identity provider, as if it were down. */
    public void stopProvider() {
        provider.stop();
    }

    /** Starts the identity provider again and returns when it answers. */
    public void startProvider() throws InterruptedException, TimeoutException {
        provider = launchProvider();
        awaitProvider();
    }

    @Override
    public void close() {
        Stream.of(application, provider).parallel().forEach(LibertyServer::stop);
        gitHub.close();
    }
}
