package ghtraffic.traffic;

import ghtraffic.catalogue.HistoryDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was collected. Values only ever grow. */
@ApplicationScoped
public class TrafficLedger {

    private static final String RAISE = """
            update DailyTraffic d set
              d.views = case when d.views < :views then :views else d.views end,
              d.visitors = case when d.visitors < :visitors then :visitors else d.visitors end,
              d.clones = case when d.clones < :clones then :clones else d.clones end,
              d.cloners = case when d.cloners < :cloners then :cloners else d.cloners end,
              d.partial = case when d.partial > :partial then :partial else d.partial end
            where d.repository = :repository and d.day = :day
            """;

    @PersistenceContext
    private EntityManager entities;

    /**
     * Merges the days of one repository by maximum per field, all or nothing. Merging the same again changes nothing, and
     * of two merges at once no value is lost: rows are raised by the database itself.
     */
    @Transactional
    public Recorded merge(int repository, List<DailyNumbers> seen) {
        Map<LocalDate, DailyTraffic> kept = kept(repository, seen);
        int inserted = 0;
        int raised = 0;
        for (DailyNumbers numbers : seen) {
            DailyTraffic row = kept.get(numbers.day());
            if (row == null) {
                entities.persist(new DailyTraffic(repository, numbers));
                inserted++;
            } else if (row.isBelow(numbers)) {
                raise(repository, numbers);
                raised++;
            }
        }
        return new Recorded(inserted, raised, seen.size() - inserted - raised);
    }

    private Map<LocalDate, DailyTraffic> kept(int repository, List<DailyNumbers> seen) {
        @Nullable
        LocalDate from =
                seen.stream().map(DailyNumbers::day).min(LocalDate::compareTo).orElse(null);
        @Nullable
        LocalDate to =
                seen.stream().map(DailyNumbers::day).max(LocalDate::compareTo).orElse(null);
        if (from == null || to == null) {
            return Map.of();
        }
        return entities.createQuery(
                        "select d from DailyTraffic d where d.repository = :repository and d.day between :from and :to",
                        DailyTraffic.class)
                .setParameter("repository", repository)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .collect(Collectors.toMap(DailyTraffic::day, Function.identity()));
    }

    private void raise(int repository, DailyNumbers numbers) {
        entities.createQuery(RAISE)
                .setParameter("views", numbers.views())
                .setParameter("visitors", numbers.visitors())
                .setParameter("clones", numbers.clones())
                .setParameter("cloners", numbers.cloners())
                .setParameter("partial", DailyTraffic.flag(numbers.partial()))
                .setParameter("repository", repository)
                .setParameter("day", numbers.day())
                .executeUpdate();
    }

    /** Keeps GitHub's 14-day totals as of a UTC day; the last ones of a day stand. */
    @Transactional
    public void keepWindow(int repository, LocalDate day, WindowNumbers numbers) {
        entities.merge(new WindowTraffic(repository, day, numbers));
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("DailyTraffic", "WindowTraffic")) {
            entities.createQuery("delete from " + entity + " t where t.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
    }
}
