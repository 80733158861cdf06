package ghtraffic.traffic.window;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.database.Chunks;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.FutureDaysRemoved;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.daily.RepositoryDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores and reads the 14-day totals that GitHub itself reports. */
@ApplicationScoped
public class WindowStore {

    /** The ids are compared with the few rows of repositories and not with the many rows of their days. */
    private static final String NEWEST = "select w from TrackedRepository r, WindowTraffic w where r.id in :ids"
            + " and w.repository = r.id and w.day between :from and :to order by w.day";

    private static final String LAST = "select w from WindowTraffic w where w.repository = :repository and w.day ="
            + " (select max(o.day) from WindowTraffic o where o.repository = :repository and o.day between :from and :to)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Today currentDay;

    /** Returns the points of the collected days of the range, oldest first. */
    @Transactional
    public List<WindowPoint> series(int repository, DateRange range) {
        return entities.createQuery(
                        "select w from WindowTraffic w where w.repository = :repository"
                                + " and w.day between :from and :to order by w.day",
                        WindowTraffic.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(WindowTraffic::point)
                .toList();
    }

    /**
     * Returns GitHub's unique visitors and cloners of the last 14 days that end on a day that counts in the range, with
     * those of the 14 days that they are compared with. When no such day was collected, takes the last collected day
     * that the range shows, which may be today. Empty when none were collected.
     */
    @Transactional
    public Optional<WindowUniques> uniques(int repository, ResolvedRange chosen) {
        int shift = chosen.shift();
        return last(repository, chosen.counted())
                .or(() -> last(repository, chosen.shown()))
                .map(now -> WindowUniques.of(
                        now,
                        shift == 0
                                ? Optional.empty()
                                : on(repository, now.date().minusDays(shift)),
                        shift));
    }

    private Optional<WindowPoint> on(int repository, LocalDate day) {
        return last(repository, new DateRange(day, day));
    }

    private Optional<WindowPoint> last(int repository, DateRange range) {
        return entities.createQuery(LAST, WindowTraffic.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(WindowTraffic::point)
                .findFirst();
    }

    /**
     * Returns the totals of today, or otherwise of yesterday, of each repository. Repositories that have neither are
     * absent.
     *
     * @param today the current UTC day
     */
    @Transactional
    public Map<Integer, WindowNumbers> newest(Collection<Integer> repositories, LocalDate today) {
        return Chunks.of(repositories).stream()
                .flatMap(portion -> entities.createQuery(NEWEST, WindowTraffic.class)
                        .setParameter("ids", portion)
                        .setParameter("from", today.minusDays(1))
                        .setParameter("to", today)
                        .getResultStream())
                .collect(Collectors.toMap(WindowTraffic::repository, WindowTraffic::numbers, (older, newer) -> newer));
    }

    /** Stores the 14-day totals of GitHub as of a UTC day. Later totals of the same day replace earlier ones. */
    @Transactional
    public void store(int repository, LocalDate day, WindowNumbers numbers) {
        WindowTraffic window = entities.find(WindowTraffic.class, new RepositoryDay(repository, day));
        if (window == null) {
            window = new WindowTraffic(repository, day);
            entities.persist(window);
        }
        window.update(numbers);
    }

    /** Returns the last stored value of each total; a total that was never stored is null. */
    @Transactional
    public WindowNumbers last(int repository) {
        WindowNumbers viewed = lastKnown(repository, "views");
        WindowNumbers cloned = lastKnown(repository, "clones");
        return new WindowNumbers(viewed.views(), viewed.visitors(), cloned.clones(), cloned.cloners());
    }

    private WindowNumbers lastKnown(int repository, String known) {
        return entities.createQuery(
                        "select w from WindowTraffic w where w.repository = :repository and w.day ="
                                + " (select max(o.day) from WindowTraffic o where o.repository = :repository and o."
                                + known + " is not null and o.day <= :today)",
                        WindowTraffic.class)
                .setParameter("repository", repository)
                .setParameter("today", currentDay.date())
                .getResultStream()
                .map(WindowTraffic::numbers)
                .findFirst()
                .orElse(WindowNumbers.NONE);
    }

    void forget(@Observes FutureDaysRemoved removed) {
        entities.createQuery("delete from WindowTraffic w where w.repository = :repository and w.day > :today")
                .setParameter("repository", removed.repository())
                .setParameter("today", removed.today())
                .executeUpdate();
    }

    void forget(@Observes HistoryDeleted deleted) {
        entities.createQuery("delete from WindowTraffic w where w.repository = :repository")
                .setParameter("repository", deleted.repository())
                .executeUpdate();
    }
}
