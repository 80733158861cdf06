package ghtraffic.identity.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a browser session lives: {@code SESSION_HOURS} from its beginning, by default eight hours. Liberty enforces it,
 * because its cookie expires then ({@code ltpa} in {@code server.xml}); this class tells which sessions can still be alive.
 */
@ApplicationScoped
class SessionLifetime {

    @Inject
    @ConfigProperty(name = "SESSION_HOURS", defaultValue = "8")
    private int hours;

    /** Returns when the oldest session began that can still be alive. */
    Instant earliestBegin(Instant now) {
        return now.minus(Duration.ofHours(hours));
    }
}
