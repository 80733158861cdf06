package ghtraffic.traffic.daily;

import ghtraffic.catalog.RepositoryStore;
import ghtraffic.ranges.FutureDaysRemoved;
import ghtraffic.ranges.Today;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rows of days that have not come yet. A server whose clock was ahead wrote them; they are shown nowhere. */
@ApplicationScoped
public class FutureDays {

    private static final Duration LATELY = Duration.ofMinutes(10);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private TrafficStore traffic;

    @Inject
    private Event<FutureDaysRemoved> removed;

    @Inject
    private Today currentDay;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private Instant counted = Instant.EPOCH;
    private volatile long known;

    /** Returns how many days of repositories there are. */
    @Transactional
    public long count() {
        return entities.createQuery("select count(d) from DailyTraffic d where d.day > :today", Long.class)
                .setParameter("today", currentDay.date())
                .getSingleResult();
    }

    /** Returns how many there were in the last ten minutes. It never waits for the database, which may have locked the table. */
    public long lately() {
        if (isDue()) {
            executor.execute(() -> known = count());
        }
        return known;
    }

    private synchronized boolean isDue() {
        Instant now = clock.instant();
        if (!counted.isAfter(now) && counted.plus(LATELY).isAfter(now)) {
            return false;
        }
        counted = now;
        return true;
    }

    private synchronized void countSoon() {
        counted = Instant.EPOCH;
    }

    /** Removes them, and what else is stored for a future day of the same repositories. */
    @Transactional
    public void remove() {
        LocalDate today = currentDay.date();
        List<Integer> ahead = entities.createQuery(
                        "select distinct d.repository from DailyTraffic d where d.day > :today order by d.repository",
                        Integer.class)
                .setParameter("today", today)
                .getResultList();
        for (int repository : ahead) {
            repositories.lockRepository(repository);
            traffic.removeAfter(repository, today);
            removed.fire(new FutureDaysRemoved(repository, today));
        }
        countSoon();
    }
}
