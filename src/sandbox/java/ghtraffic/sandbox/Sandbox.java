package ghtraffic.sandbox;

import ghtraffic.standin.GitHubStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The running sandbox: application, identity provider and GitHub stand-in. */
public final class Sandbox implements AutoCloseable {

    private final SandboxSettings settings;
    private final SandboxSecrets secrets;
    private final GitHubStandIn gitHub;
    private final Consumer<String> console;
    private final HttpClient client;
    private final @Nullable IdentityProvider provider;
    private @Nullable LibertyServer application;

    private Sandbox(
            SandboxSettings settings,
            SandboxSecrets secrets,
            @Nullable IdentityProvider provider,
            GitHubStandIn gitHub,
            Consumer<String> console) {
        this.settings = settings;
        this.secrets = secrets;
        this.gitHub = gitHub;
        this.console = console;
        this.client = secrets.client();
        this.provider = provider;
    }

    /**
     * Starts all three and returns when the application is ready.
     *
     * @param console receives each line that the application's server prints
     * @throws IllegalStateException if a port is in use or a server ends, with a message for users
     * @throws TimeoutException if a server makes no progress for three minutes, or has not started after 15 minutes
     */
    public static Sandbox start(SandboxSettings settings, Consumer<String> console)
            throws IOException, InterruptedException, TimeoutException {
        SandboxSettings.requireFree(settings.httpsPort());
        return run(prepare(settings, IdentityProvider.start(settings), console));
    }

    /** Starts the application and the stand-in as {@link #start} does, but no provider: users sign in elsewhere. */
    static Sandbox startWithoutProvider(SandboxSettings settings, Consumer<String> console)
            throws IOException, InterruptedException, TimeoutException {
        return run(prepare(settings, null, console));
    }

    private static Sandbox run(Sandbox sandbox) throws InterruptedException, TimeoutException {
        try {
            sandbox.startApplication();
            if (sandbox.provider != null) {
                sandbox.provider.awaitAnswer();
            }
        } catch (IllegalStateException | InterruptedException | TimeoutException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    /**
     * Starts the stand-in and prepares the application's server, but does not start it.
     *
     * @param provider is already running with the same ports and folder; null if users sign in elsewhere
     * @param console receives each line that the application's server prints
     * @throws IllegalStateException if a port is in use, with a message for users
     */
    public static Sandbox prepare(
            SandboxSettings settings, @Nullable IdentityProvider provider, Consumer<String> console)
            throws IOException, InterruptedException {
        SandboxSettings.requireFree(settings.httpsPort());
        SandboxSettings.requireFree(settings.gitHubPort());
        SandboxFiles.layApplication(settings);
        SandboxSecrets secrets = SandboxSecrets.in(settings.home());
        return new Sandbox(settings, secrets, provider, GitHubStandIn.start(settings.gitHubPort()), console);
    }

    private LibertyServer launchApplication(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTPS_PORT", String.valueOf(settings.httpsPort()));
        environment.put("BIND_ADDRESS", "127.0.0.1");
        environment.put("SHUTDOWN_DELAY_SECONDS", "0");
        environment.put("DATA_DIR", settings.home().resolve("data").toString());
        environment.put("APPID_OAUTH_SERVER_URL", settings.issuer());
        environment.put("GITHUB_API_URL", gitHub.uri().toString());
        environment.put("SANDBOX_GITHUB_URL", gitHub.uri().toString());
        environment.put("GITHUB_LOGIN_SERVER", gitHub.uri().toString());
        environment.putAll(settings.environment());
        environment.putAll(changes);
        return LibertyServer.start(
                settings.wlp(),
                settings.home().resolve("usr"),
                "traffic",
                secrets.environment(settings, environment),
                console);
    }

    private LibertyServer application() {
        return Objects.requireNonNull(application, "it was not started");
    }

    /** Returns the application's address, without a slash at the end. */
    public String url() {
        return settings.applicationUrl();
    }

    /** Returns the issuer address of the identity provider. */
    public String issuer() {
        return settings.issuer();
    }

    /** Returns the stand-in that the application calls instead of GitHub. */
    public GitHubStandIn gitHub() {
        return gitHub;
    }

    /** Returns a context for clients and servers. It trusts the sandbox's certificate only, and has its key. */
    public SSLContext sslContext() {
        return secrets.sslContext();
    }

    /** Returns the client id of the application at the provider. */
    public String clientId() {
        return SandboxSettings.CLIENT_ID;
    }

    /** Returns the password of that client, a random value of this sandbox. */
    public String clientSecret() {
        return secrets.values().getOrDefault("APPID_SECRET", "");
    }

    /** Returns the process id of the application's server. */
    public long applicationProcessId() {
        return application().processId();
    }

    /** Ends the application's server as a power failure would. */
    public void killApplication() {
        application().kill();
    }

    /** Starts the application's server, for the first time or again, and returns when it is ready. */
    public void startApplication() throws InterruptedException, TimeoutException {
        startApplication(Map.of(), 200);
    }

    private void startApplication(Map<String, String> changes, int readiness)
            throws InterruptedException, TimeoutException {
        application = launchApplication(changes);
        application.awaitAnswer(client, URI.create(settings.applicationUrl() + "/health/ready"), readiness);
    }

    /**
     * Restarts the application's server with other settings and waits for it.
     *
     * @param changes settings to add to the usual ones or to replace them; an empty value removes a setting
     * @param readiness the status of {@code /health/ready} to wait for: 200 or 503
     */
    public void restartApplication(Map<String, String> changes, int readiness)
            throws InterruptedException, TimeoutException {
        stopApplication();
        startApplication(changes, readiness);
    }

    private void stopApplication() {
        if (application != null) {
            application.stop();
        }
    }

    /** Returns the identity provider. */
    public IdentityProvider provider() {
        return Objects.requireNonNull(provider, "users sign in elsewhere");
    }

    /** Stops the application and the stand-in. The provider keeps running. */
    @Override
    public void close() {
        stopApplication();
        gitHub.close();
    }
}
