package ghtraffic.e2e.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides tests with a sandbox that has an administrator and whose clock stands at a known time, or with an empty
 * one. The sandbox is started once in each process that runs tests, and ends with the process.
 */
public final class SharedWorld implements ParameterResolver {

    /** The token of timers. */
    public static final String EVENT_TOKEN = "a-token-for-timers";

    /** The port for plain HTTP. */
    public static final int HTTP_PORT = 19_390 + Integer.getInteger("fork.number", 1);

    private static final String TIME = "{\"now\": \"2026-01-31T10:00:00Z\"}";

    /** The settings that HardeningIT and PlainHttpIT need. They do not disturb the other tests. */
    private static final Map<String, String> SETTINGS = Map.of(
            "EVENT_TOKEN",
            EVENT_TOKEN,
            "GITHUB_SERVERS_ALLOWED",
            "git.example.com",
            "TRUSTED_PROXIES",
            "127\\.0\\.0\\.1",
            "HTTP_PORT",
            String.valueOf(HTTP_PORT));

    private static @Nullable World world;

    /** Whether the sandbox is in the state that tests with a {@link World} parameter expect. */
    private static boolean ready;

    /** Returns the same sandbox with an empty database and without setup, for one test class. */
    public static synchronized World empty() {
        if (world == null) {
            world = start();
        } else {
            world.empty();
        }
        ready = false;
        return world;
    }

    private static World start() {
        try {
            World started = World.create(SETTINGS, List.of());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (Exception e) {
            throw new AssertionError("The sandbox did not start", e);
        }
    }

    private static synchronized World shared() {
        if (world == null || !ready) {
            world = empty();
            world.setUp();
            world.api("admin@example.com").put("/sandbox/clock", TIME);
            ready = true;
        }
        return world;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(World.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }
}
