package ghtraffic.traffic.daily;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days and weeks of one repository as they were collected. The caller has checked that the viewer may see the
 * repository.
 */
@ApplicationScoped
public class CollectedDays {

    @PersistenceContext
    private EntityManager entities;

    /** Returns the days from {@code from} to {@code to}, both included, by UTC day; days without data are absent. */
    @Transactional
    public Map<LocalDate, PeriodNumbers> days(int repository, LocalDate from, LocalDate to) {
        return rows(DailyTraffic.class, repository, from, to);
    }

    /** Returns the weeks that start between {@code from} and {@code to}, both included, by their Monday. */
    @Transactional
    public Map<LocalDate, PeriodNumbers> weeks(int repository, LocalDate from, LocalDate to) {
        return rows(WeeklyTraffic.class, repository, from, to);
    }

    /** Returns the first collected day; null when nothing was collected. */
    @Transactional
    public @Nullable LocalDate firstDay(int repository) {
        return entities.createQuery(
                        "select min(d.day) from DailyTraffic d where d.repository = :repository", LocalDate.class)
                .setParameter("repository", repository)
                .getSingleResult();
    }

    private <T extends TrafficRow> Map<LocalDate, PeriodNumbers> rows(
            Class<T> rows, int repository, LocalDate from, LocalDate to) {
        return entities.createQuery(
                        "select t from " + rows.getSimpleName()
                                + " t where t.repository = :repository and t.day between :from and :to",
                        rows)
                .setParameter("repository", repository)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .collect(Collectors.toMap(TrafficRow::day, TrafficRow::numbers));
    }
}
