package ghtraffic.traffic;

import ghtraffic.database.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads GitHub's own 14-day totals. {@link TrafficLedger} writes them. */
@ApplicationScoped
public class WindowHistory {

    /** The ids are compared with the few rows of repositories, not with the many of their days. */
    private static final String NEWEST = "select w from TrackedRepository r, WindowTraffic w where r.id in :ids"
            + " and w.repository = r.id and w.day between :from and :to order by w.day";

    @PersistenceContext
    private EntityManager entities;

    /** The days of the range that were collected, oldest first. */
    @Transactional
    public List<WindowPoint> series(int repository, Range range) {
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
     * The uniques of the 14 days up to today, else up to yesterday, beside those of 14 days that ended some days before; empty
     * when neither was collected.
     *
     * @param shift by how many days what they are compared with is earlier, 0 for nothing
     */
    @Transactional
    public Optional<UniquesOfWindow> uniques(int repository, LocalDate today, int shift) {
        List<WindowPoint> newest = series(repository, new Range(today.minusDays(1), today));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        WindowPoint now = newest.get(newest.size() - 1);
        LocalDate then = now.date().minusDays(shift);
        Optional<WindowPoint> before = shift == 0
                ? Optional.empty()
                : series(repository, new Range(then, then)).stream().findFirst();
        return Optional.of(UniquesOfWindow.of(now, before, shift));
    }

    /** The totals of today, else of yesterday, of each of these repositories; those without either are absent. */
    @Transactional
    public Map<Integer, WindowNumbers> newest(Collection<Integer> repositories, LocalDate today) {
        return Portions.of(repositories).stream()
                .flatMap(portion -> entities.createQuery(NEWEST, WindowTraffic.class)
                        .setParameter("ids", portion)
                        .setParameter("from", today.minusDays(1))
                        .setParameter("to", today)
                        .getResultStream())
                .collect(Collectors.toMap(WindowTraffic::repository, WindowTraffic::numbers, (older, newer) -> newer));
    }
}
