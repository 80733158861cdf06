package ghtraffic.e2e.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ghtraffic.e2e.world.Api;
import ghtraffic.e2e.world.Visitor;
import ghtraffic.e2e.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that starts while the identity provider is down, and is not started again when the provider comes. */
class LateProviderIT {

    @Test
    void usersSignInAsSoonAsTheProviderIsThere() throws Exception {
        try (World world = World.create(Map.of(), List.of());
                Visitor earlier = world.visitor();
                Visitor later = world.visitor()) {
            world.setUp();
            earlier.signIn("admin@example.com");
            world.sandbox().provider().stop();
            try {
                world.sandbox().restartApplication(Map.of(), 200);
                earlier.open("/overview");
                assertThat(earlier.heading()).as("with a session").isEqualTo("Overview");
                later.goToSignIn();
                assertThat(later.heading()).isEqualTo("The identity provider does not answer");
            } finally {
                world.sandbox().provider().startAgain();
            }
            // The page says that the provider does not answer, until the server knows it.
            await("the way to the provider")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> signInLeadsToTheProvider(world, later));
            later.signIn("admin@example.com");
            assertThat(later.heading()).isEqualTo("Overview");
            earlier.press("Sign out");
            earlier.signIn("admin@example.com");
            assertThat(earlier.heading()).isEqualTo("Overview");
            Api anybody = world.api("admin@example.com");
            world.sandbox().provider().stop();
            try {
                await("the page that says so")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> anybody.anonymous("/sign-in").statusCode() == 503);
            } finally {
                world.sandbox().provider().startAgain();
            }
        }
    }

    private static boolean signInLeadsToTheProvider(World world, Visitor visitor) {
        visitor.open("/sign-in");
        if (visitor.page().url().startsWith(world.sandbox().issuer().replaceFirst("/oidc.*", ""))) {
            return true;
        }
        assertThat(visitor.heading()).isEqualTo("The identity provider does not answer");
        return false;
    }
}
