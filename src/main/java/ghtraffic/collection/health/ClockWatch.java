package ghtraffic.collection.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that the clock was set back by more than a day, here or before the server started. */
@ApplicationScoped
public class ClockWatch {

    private static final Duration MUCH = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    private volatile Instant latest = Instant.MIN;
    private volatile @Nullable Instant wasAt;

    /** Compares with the last attempt to collect, which an earlier start of a server has stored. */
    @Transactional
    void start(@Observes Startup event) {
        // max(…) in a subquery only: EclipseLink hands its result to the converter of the attribute in another type.
        entities.createQuery(
                        "select distinct h.lastAttempt from RepositoryHealth h where h.lastAttempt ="
                                + " (select max(o.lastAttempt) from RepositoryHealth o)",
                        Instant.class)
                .getResultStream()
                .findFirst()
                .ifPresent(last -> latest = last);
        look();
    }

    /** Compares with the last look. */
    synchronized void look() {
        Instant now = clock.instant();
        if (latest.isAfter(now) && latest.minus(MUCH).isAfter(now)) {
            wasAt = latest;
            System.getLogger(ClockWatch.class.getName())
                    .log(
                            Level.WARNING,
                            "The clock was set back from {0} to {1}. What was planned before is not believed. If days were stored"
                                    + " that have not come yet, administrators see them on /findings",
                            latest,
                            now);
        }
        latest = now;
    }

    /** Returns where the clock stood when it was set back by more than a day; empty if that did not happen. */
    public Optional<Instant> wasAt() {
        return Optional.ofNullable(wasAt);
    }
}
