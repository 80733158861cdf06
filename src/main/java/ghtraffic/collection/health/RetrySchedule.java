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

/** When a repository is due again. */
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

    /** A server with a schedule that is none does not start. */
    void check(@Observes Startup event) {
        ofTheInstallation();
    }

    Schedule ofTheInstallation() {
        Schedule schedule = Schedule.parse(installation);
        if (schedule == Schedule.DEFAULT) {
            throw new IllegalArgumentException("COLLECT_SCHEDULE must be hourly, daily, weekly or paused");
        }
        return schedule;
    }

    /** The time of the next collection by the schedule alone; null for a repository that pauses. */
    @Nullable
    public Instant regular(TrackedRepository repository, Instant now) {
        return repository
                .schedule()
                .or(ofTheInstallation())
                .next(now, offset(address))
                .orElse(null);
    }

    /**
     * The time of the next attempt after a visit: when a limit ends, soon and then ever later when it may be better soon, else
     * by the schedule.
     *
     * @param failures attempts that brought not all, before this one
     */
    @Nullable
    Instant next(TrackedRepository repository, PartAnswers findings, int failures) {
        Instant now = findings.at();
        Optional<Instant> limit = findings.limitedUntil();
        if (limit.isPresent()) {
            return limit.get();
        }
        return findings.mayBeBetterSoon() ? soon(repository, now, failures) : regular(repository, now);
    }

    /**
     * The time of the next attempt after one that came to nothing here, or because GitHub was ill: in a minute, later each
     * time, but not after the regular time.
     *
     * @param failures attempts that brought not all, before this one
     */
    @Nullable
    Instant soon(TrackedRepository repository, Instant now, int failures) {
        Instant regular = regular(repository, now);
        if (regular == null) {
            return null;
        }
        Instant soon = now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        return soon.isBefore(regular) ? soon : regular;
    }

    /** Each installation has a time of the week of its own, so that not all of them call at the full hour. */
    static Duration offset(String address) {
        return Duration.ofSeconds(Math.floorMod(
                address.hashCode() * 0x9E3779B9, (int) Duration.ofDays(7).toSeconds()));
    }
}
