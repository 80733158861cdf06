package ghtraffic.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Replaces the application's clock in tests. Its time stands still until a test sets it. */
@ApplicationScoped
public class TestClock {

    private volatile Instant now = Instant.parse("2026-03-12T10:00:00Z");

    /** Sets the current time. */
    public void set(Instant newNow) {
        now = newNow;
    }

    @Produces
    @Alternative
    @Priority(Interceptor.Priority.APPLICATION)
    Clock clock() {
        return new Standing();
    }

    private final class Standing extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
