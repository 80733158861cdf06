package ghtraffic.sandbox;

import ghtraffic.standin.appid.AppIdClient;
import ghtraffic.standin.appid.AppIdStandIn;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the users of the sandbox sign in: {@code -Dprovider=} of the sandbox command. */
enum SignInChoice {
    /** Liberty's own provider. */
    OPENID("""
            admin@example.com  viewer@example.com  stranger@example.com
                               unverified@example.com (is refused)  silent@example.com
                  Password     sandbox""") {
        @Override
        Sandbox start(SandboxSettings settings, Consumer<String> console)
                throws IOException, InterruptedException, TimeoutException {
            return Sandbox.start(settings, console);
        }
    },
    /** The stand-in for GitHub alone. */
    GITHUB("""
            ada-admin (admin@example.com)  vera-viewer (viewer@example.com)
                               mallory (is refused), on the stand-in's page, without a password""") {
        @Override
        Sandbox start(SandboxSettings settings, Consumer<String> console)
                throws IOException, InterruptedException, TimeoutException {
            return Sandbox.startWithoutProvider(settings.with(NO_OPENID).with(SandboxSettings.gitHubSignIn()), console);
        }
    },
    /** The stand-in for App ID, bound as Cloud Foundry does it. */
    APPID("""
            admin@example.com  viewer@example.com  stranger@example.com
                               unverified@example.com (is refused), at a stand-in for App ID
                  Password     sandbox""") {
        @Override
        Sandbox start(SandboxSettings settings, Consumer<String> console)
                throws IOException, InterruptedException, TimeoutException {
            SandboxSettings.requireFree(settings.httpsPort());
            SandboxSettings.requireFree(settings.providerPort());
            SandboxSecrets secrets = SandboxSecrets.in(settings.home());
            AppIdClient client = new AppIdClient(
                    SandboxSettings.CLIENT_ID,
                    secrets.values().getOrDefault("APPID_SECRET", ""),
                    settings.applicationUrl() + "/ibm/api/social-login/redirect/oidc");
            AppIdStandIn appId =
                    AppIdStandIn.start(settings.providerPort(), secrets.sslContext(), client, Clock.systemUTC());
            Map<String, String> bound = new HashMap<>(NO_OPENID);
            bound.put("VCAP_SERVICES", appId.vcapServices());
            return Sandbox.startWithoutProvider(settings.with(bound), console);
        }
    };

    private static final Map<String, String> NO_OPENID =
            Map.of("APPID_OAUTH_SERVER_URL", "", "APPID_CLIENT_ID", "", "APPID_SECRET", "");

    private final String users;

    SignInChoice(String users) {
        this.users = users;
    }

    /**
     * Returns the choice with this name, in lower case; an empty name means {@link #OPENID}.
     *
     * @throws IllegalArgumentException if no choice has this name; the message lists the names
     */
    static SignInChoice named(String name) {
        return name.isEmpty()
                ? OPENID
                : Arrays.stream(values())
                        .filter(choice -> choice.spelled().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no provider \"" + name + "\". -Dprovider= takes one of: "
                                        + Arrays.stream(values())
                                                .map(SignInChoice::spelled)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Starts the sandbox with this choice, as {@link Sandbox#start} does. */
    abstract Sandbox start(SandboxSettings settings, Consumer<String> console)
            throws IOException, InterruptedException, TimeoutException;

    /** Returns the sample users, as the command prints them. */
    String users() {
        return users;
    }
}
