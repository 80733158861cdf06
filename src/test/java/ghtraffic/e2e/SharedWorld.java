package ghtraffic.e2e;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a sandbox whose administrator is set up and whose clock stands at a known time. It is started once in each
 * process that runs tests, and ends with it.
 */
final class SharedWorld implements ParameterResolver {

    private static final int FORK = Integer.getInteger("fork.number", 1);
    private static final String TIME = "{\"now\": \"2026-01-31T10:00:00Z\"}";

    private static @Nullable World world;

    private static synchronized World world() {
        if (world == null) {
            try {
                world = World.create(19700 + 10 * FORK);
            } catch (Exception e) {
                throw new AssertionError("The sandbox did not start", e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(world::close));
            world.setUp();
            world.api("admin@example.com").put("/sandbox/clock", TIME);
        }
        return world;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(World.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world();
    }
}
