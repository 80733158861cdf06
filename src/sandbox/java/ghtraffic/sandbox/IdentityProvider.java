package ghtraffic.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * The sandbox's identity provider with sample users: Liberty's own provider in a separate server. It ends with this
 * process.
 */
public final class IdentityProvider {

    private final SandboxSettings settings;
    private final SandboxSecrets secrets;
    private LibertyServer server;

    private IdentityProvider(SandboxSettings settings, SandboxSecrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.server = launch();
    }

    /**
     * Starts the provider's server and does not wait for it; {@link Sandbox#start} waits until it answers.
     *
     * @throws IllegalStateException if its port is in use, with a message for users
     */
    public static IdentityProvider start(SandboxSettings settings) throws IOException, InterruptedException {
        SandboxSettings.requireFree(settings.providerPort());
        SandboxFiles.layProvider(settings);
        return new IdentityProvider(settings, SandboxSecrets.in(settings.home()));
    }

    private LibertyServer launch() {
        return LibertyServer.start(
                settings.wlp(),
                settings.home().resolve("usr"),
                "provider",
                secrets.environment(settings, Map.of()),
                line -> {});
    }

    /** Returns when it answers. */
    public void awaitAnswer() throws InterruptedException, TimeoutException {
        server.awaitAnswer(secrets.client(), URI.create(settings.issuer() + "/.well-known/openid-configuration"), 200);
    }

    /** Stops the provider, to show the application without one. */
    public void stop() {
        server.stop();
    }

    /** Makes the provider hang: it accepts connections and does not answer, until {@link #resume} is called. */
    public void suspend() {
        server.suspend();
    }

    /** Lets a suspended provider go on. */
    public void resume() {
        server.resume();
    }

    /** Starts the provider again and returns when it answers. */
    public void startAgain() throws InterruptedException, TimeoutException {
        server = launch();
        awaitAnswer();
    }
}
