package ghtraffic.collection.health;

import ghtraffic.catalog.Schedule;
import ghtraffic.catalog.TrackedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Determines when a repository is due again. */
@ApplicationScoped
public class RetrySchedule {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    @Inject
    @ConfigProperty(name = "COLLECT_SCHEDULE", defaultValue = "hourly")
    private String installation;

    @Inject
    @ConfigProperty(name = "FULL_HOSTNAME")
    private String address;

    /** Keeps the server from starting if {@code COLLECT_SCHEDULE} is invalid. */
    void check(@Observes Startup event) {
        serverDefault();
    }

    Schedule serverDefault() {
        Schedule schedule = Schedule.parse(installation);
        if (schedule == Schedule.DEFAULT) {
            throw new IllegalArgumentException("COLLECT_SCHEDULE must be hourly, daily, weekly or paused");
        }
        return schedule;
    }

    /** Returns the time of the next collection by the schedule alone; null if the schedule is paused. */
    @Nullable
    public Instant nextRegular(TrackedRepository repository, Instant now) {
        return repository
                .schedule()
                .or(serverDefault())
                .next(now, offset(address))
                .orElse(null);
    }

    /**
     * Returns the time of the next attempt: when the rate limit ends; soon, with growing delays, if GitHub was
     * unavailable; else by the schedule.
     *
     * @param failures the number of incomplete attempts before this one
     * @return null if the schedule is paused and no rate limit ends
     */
    @Nullable
    Instant next(TrackedRepository repository, PartAnswers findings, int failures) {
        Instant now = findings.at();
        Optional<Instant> limit = findings.limitedUntil();
        if (limit.isPresent()) {
            return limit.get();
        }
        return findings.isRetryUseful() ? nextRetry(repository, now, failures) : nextRegular(repository, now);
    }

    /**
     * Returns the time of the next attempt after one that failed on this server or because GitHub was unavailable: in
     * one minute, then with doubling delays up to 64 minutes, but never after the regular time.
     *
     * @param failures the number of incomplete attempts before this one
     * @return null if the schedule is paused
     */
    @Nullable
    Instant nextRetry(TrackedRepository repository, Instant now, int failures) {
        Instant regular = nextRegular(repository, now);
        if (regular == null) {
            return null;
        }
        Instant soon = now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        return soon.isBefore(regular) ? soon : regular;
    }

    /** Returns the time of the week for an installation, so that not all installations call GitHub on the hour. */
    static Duration offset(String address) {
        return Duration.ofSeconds(Math.floorMod(
                address.hashCode() * 0x9E3779B9, (int) Duration.ofDays(7).toSeconds()));
    }
}
