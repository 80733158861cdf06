package ghtraffic.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of one process a sandbox, started once, whose administrator is set up and whose clock stands at a known time. */
final class SharedWorld implements ParameterResolver {

    private static final int FORK = Integer.getInteger("fork.number", 1);
    private static final String TIME = "{\"now\": \"2026-01-31T10:00:00Z\"}";

    private record Holder(World world) implements ExtensionContext.Store.CloseableResource {

        static Holder create(String key) {
            try {
                World world = World.create("shared-" + FORK, 19700 + 10 * FORK);
                world.setUp();
                world.api("admin@example.com").put("/sandbox/clock", TIME);
                return new Holder(world);
            } catch (Exception e) {
                throw new AssertionError("The sandbox did not start", e);
            }
        }

        @Override
        public void close() {
            world.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(World.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent("world", Holder::create, Holder.class)
                .world();
    }
}
