package ghtraffic.sandbox;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock in the sandbox: the system clock, shifted by what an administrator set. */
@ApplicationScoped
class SandboxClock {

    private volatile Duration ahead = Duration.ZERO;

    @Produces
    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    Clock clock() {
        return new Moved();
    }

    void moveTo(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
    }

    private final class Moved extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }
}
