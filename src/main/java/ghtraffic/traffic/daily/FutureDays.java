package ghtraffic.traffic.daily;

import ghtraffic.catalog.RepositoryStore;
import ghtraffic.ranges.FutureDaysRemoved;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Rows of days that have not come yet. A server whose clock was ahead wrote them; they are shown nowhere. */
@ApplicationScoped
public class FutureDays {

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

    /** Returns how many days of repositories there are. */
    @Transactional
    public long count() {
        return entities.createQuery("select count(d) from DailyTraffic d where d.day > :today", Long.class)
                .setParameter("today", currentDay.date())
                .getSingleResult();
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
    }
}
