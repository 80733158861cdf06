package ghtraffic.traffic.sources;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.FutureDaysRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores the lists of referrers and paths, one of each for a UTC day. A later list of the same day replaces the
 * earlier one.
 */
@ApplicationScoped
public class SourceStore {

    private record Kind<L extends SourceRow, I>(
            String code, Class<L> lines, BiFunction<SourceKey, I, L> line, Function<L, I> item) {}

    private static final Kind<ReferrerRow, ReferrerItem> REFERRERS =
            new Kind<>("r", ReferrerRow.class, ReferrerRow::new, ReferrerRow::item);
    private static final Kind<PathRow, PathItem> PATHS = new Kind<>("p", PathRow.class, PathRow::new, PathRow::item);

    @PersistenceContext
    private EntityManager entities;

    /** Stores the referrers of a day in place of those stored for that day before. */
    @Transactional
    public void storeReferrers(int repository, LocalDate day, List<ReferrerItem> items) {
        keep(REFERRERS, repository, day, items);
    }

    /** Stores the paths of a day in place of those stored for that day before. */
    @Transactional
    public void storePaths(int repository, LocalDate day, List<PathItem> items) {
        keep(PATHS, repository, day, items);
    }

    /** Stores the latest referrers again for this day, because GitHub answered that they have not changed. */
    @Transactional
    public void storeUnchangedReferrers(int repository, LocalDate day) {
        repeat(REFERRERS, repository, day);
    }

    /** Stores the latest paths again for this day, because GitHub answered that they have not changed. */
    @Transactional
    public void storeUnchangedPaths(int repository, LocalDate day) {
        repeat(PATHS, repository, day);
    }

    /**
     * Returns the referrers of a day, or of the latest day before it that has a list; empty if there is no such day.
     */
    @Transactional
    public Optional<SourceList<ReferrerItem>> referrers(int repository, LocalDate on) {
        return newest(REFERRERS, repository, on);
    }

    /** Returns the paths of a day, or of the latest day before it that has a list; empty if there is no such day. */
    @Transactional
    public Optional<SourceList<PathItem>> paths(int repository, LocalDate on) {
        return newest(PATHS, repository, on);
    }

    /** Returns the referrers of each day of the range that has a list, oldest first. */
    @Transactional
    public List<SourceList<ReferrerItem>> referrers(int repository, DateRange range) {
        return all(REFERRERS, repository, range);
    }

    /** Returns the paths of each day of the range that has a list, oldest first. */
    @Transactional
    public List<SourceList<PathItem>> paths(int repository, DateRange range) {
        return all(PATHS, repository, range);
    }

    /** Returns the days of the range that have a list of referrers or paths, oldest first. */
    @Transactional
    public List<LocalDate> days(int repository, DateRange range) {
        return entities.createQuery(
                        "select distinct l.day from SourceDay l where l.repository = :repository"
                                + " and l.day between :from and :to order by l.day",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultList();
    }

    private <L extends SourceRow, I> void keep(Kind<L, I> kind, int repository, LocalDate day, List<I> items) {
        SourceDay.Key key = new SourceDay.Key(repository, day, kind.code());
        if (entities.find(SourceDay.class, key) == null) {
            entities.persist(new SourceDay(key));
        } else if (items(kind, repository, new DateRange(day, day))
                .getOrDefault(day, List.of())
                .equals(items)) {
            return;
        }
        entities.createQuery("delete from " + kind.lines().getSimpleName()
                        + " s where s.repository = :repository and s.day = :day")
                .setParameter("repository", repository)
                .setParameter("day", day)
                .executeUpdate();
        for (int i = 0; i < items.size(); i++) {
            entities.persist(kind.line().apply(new SourceKey(repository, day, i + 1), items.get(i)));
        }
    }

    private <L extends SourceRow, I> void repeat(Kind<L, I> kind, int repository, LocalDate day) {
        newest(kind, repository, day)
                .filter(last -> last.on().isBefore(day))
                .ifPresent(last -> keep(kind, repository, day, last.items()));
    }

    private <L extends SourceRow, I> Optional<SourceList<I>> newest(Kind<L, I> kind, int repository, LocalDate on) {
        LocalDate day = entities.createQuery(
                        "select max(l.day) from SourceDay l where l.repository = :repository and l.kind = :kind"
                                + " and l.day <= :on",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("kind", kind.code())
                .setParameter("on", on)
                .getSingleResult();
        return day == null
                ? Optional.empty()
                : all(kind, repository, new DateRange(day, day)).stream().findFirst();
    }

    private <L extends SourceRow, I> List<SourceList<I>> all(Kind<L, I> kind, int repository, DateRange range) {
        Map<LocalDate, List<I>> items = items(kind, repository, range);
        return entities.createQuery(
                        "select l.day from SourceDay l where l.repository = :repository and l.kind = :kind"
                                + " and l.day between :from and :to order by l.day",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("kind", kind.code())
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(day -> new SourceList<>(day, items.getOrDefault(day, List.of())))
                .toList();
    }

    private <L extends SourceRow, I> Map<LocalDate, List<I>> items(Kind<L, I> kind, int repository, DateRange range) {
        List<L> lines = entities.createQuery(
                        "select s from " + kind.lines().getSimpleName()
                                + " s where s.repository = :repository and s.day between :from and :to"
                                + " order by s.day, s.place",
                        kind.lines())
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultList();
        return lines.stream()
                .collect(Collectors.groupingBy(SourceRow::day, Collectors.mapping(kind.item(), Collectors.toList())));
    }

    void forget(@Observes FutureDaysRemoved removed) {
        for (String entity : List.of("SourceDay", "ReferrerRow", "PathRow")) {
            entities.createQuery("delete from " + entity + " s where s.repository = :repository and s.day > :today")
                    .setParameter("repository", removed.repository())
                    .setParameter("today", removed.today())
                    .executeUpdate();
        }
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("SourceDay", "ReferrerRow", "PathRow")) {
            entities.createQuery("delete from " + entity + " s where s.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
    }
}
