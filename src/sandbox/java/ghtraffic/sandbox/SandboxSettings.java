package ghtraffic.sandbox;

import ghtraffic.standin.signin.OAuthApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders and ports of the sandbox.
 *
 * @param project the project's folder; the results of the build are in its {@code target}
 * @param home the folder that keeps servers, secrets and data between starts
 * @param httpsPort the application's port
 * @param providerPort the identity provider's port
 * @param gitHubPort the GitHub stand-in's port, 0 for any free one
 * @param environment further settings of the application, which replace the sandbox's own
 * @param libraries jars to add to the application
 */
public record SandboxSettings(
        Path project,
        Path home,
        int httpsPort,
        int providerPort,
        int gitHubPort,
        Map<String, String> environment,
        List<Path> libraries) {

    static final String CLIENT_ID = "github-traffic-analytics";

    /** Returns the settings of the sandbox command: ports from the environment, by default 9443, 9444 and 9480. */
    static SandboxSettings ofEnvironment(Path project, Map<String, String> environment) {
        return new SandboxSettings(
                project,
                project.resolve(".sandbox"),
                port(environment, "HTTPS_PORT", 9443),
                port(environment, "PROVIDER_PORT", 9444),
                port(environment, "GITHUB_PORT", 9480),
                environment.containsKey("GITHUB_API_URL")
                        ? Map.of("GITHUB_API_URL", environment.get("GITHUB_API_URL"))
                        : Map.of(),
                List.of());
    }

    /** Returns the same settings with other settings of the application; an empty value removes one. */
    SandboxSettings with(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(changes);
        return new SandboxSettings(project, home, httpsPort, providerPort, gitHubPort, changed, libraries);
    }

    /** Returns the settings with which the application lets users sign in with the stand-in for GitHub. */
    public static Map<String, String> gitHubSignIn() {
        return Map.of(
                "GITHUB_LOGIN_CLIENT_ID", OAuthApp.CLIENT_ID, "GITHUB_LOGIN_CLIENT_SECRET", OAuthApp.CLIENT_SECRET);
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a port number: " + text, e);
        }
    }

    Path build() {
        return project.resolve("target");
    }

    Path wlp() {
        return build().resolve("liberty/wlp");
    }

    String applicationUrl() {
        return "https://localhost:" + httpsPort;
    }

    String issuer() {
        return "https://localhost:" + providerPort + "/oidc/endpoint/OP";
    }

    /**
     * Checks that a port is free.
     *
     * @throws IllegalStateException if the port is in use, with a message for users
     */
    static void requireFree(int port) {
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
}
