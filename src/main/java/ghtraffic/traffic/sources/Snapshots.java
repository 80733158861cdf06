package ghtraffic.traffic.sources;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.ranges.Range;
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

/** The lists of referrers and paths, one of each a UTC day. The last one of a day stands. */
@ApplicationScoped
public class Snapshots {

    private record Kind<L extends SnapshotRow, I>(
            String code, Class<L> lines, BiFunction<SnapshotLine, I, L> line, Function<L, I> item) {}

    private static final Kind<ReferrerSnapshot, ReferrerItem> REFERRERS =
            new Kind<>("r", ReferrerSnapshot.class, ReferrerSnapshot::new, ReferrerSnapshot::item);
    private static final Kind<PathSnapshot, PathItem> PATHS =
            new Kind<>("p", PathSnapshot.class, PathSnapshot::new, PathSnapshot::item);

    @PersistenceContext
    private EntityManager entities;

    /** Keeps the referrers of a day. */
    @Transactional
    public void keepReferrers(int repository, LocalDate day, List<ReferrerItem> items) {
        keep(REFERRERS, repository, day, items);
    }

    /** Keeps the paths of a day. */
    @Transactional
    public void keepPaths(int repository, LocalDate day, List<PathItem> items) {
        keep(PATHS, repository, day, items);
    }

    /** GitHub said that the referrers are still those that were kept last. */
    @Transactional
    public void repeatReferrers(int repository, LocalDate day) {
        repeat(REFERRERS, repository, day);
    }

    /** GitHub said that the paths are still those that were kept last. */
    @Transactional
    public void repeatPaths(int repository, LocalDate day) {
        repeat(PATHS, repository, day);
    }

    /** The referrers of a day, or of the last day before it that has a list; empty when there is none. */
    @Transactional
    public Optional<Snapshot<ReferrerItem>> referrers(int repository, LocalDate on) {
        return newest(REFERRERS, repository, on);
    }

    /** The paths of a day, or of the last day before it that has a list; empty when there is none. */
    @Transactional
    public Optional<Snapshot<PathItem>> paths(int repository, LocalDate on) {
        return newest(PATHS, repository, on);
    }

    /** The referrers of each day of the range that has a list, oldest first. */
    @Transactional
    public List<Snapshot<ReferrerItem>> referrers(int repository, Range range) {
        return all(REFERRERS, repository, range);
    }

    /** The paths of each day of the range that has a list, oldest first. */
    @Transactional
    public List<Snapshot<PathItem>> paths(int repository, Range range) {
        return all(PATHS, repository, range);
    }

    /** The days of the range that have a list of either kind, oldest first. */
    @Transactional
    public List<LocalDate> days(int repository, Range range) {
        return entities.createQuery(
                        "select distinct l.day from PopularList l where l.repository = :repository"
                                + " and l.day between :from and :to order by l.day",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultList();
    }

    private <L extends SnapshotRow, I> void keep(Kind<L, I> kind, int repository, LocalDate day, List<I> items) {
        PopularList.Key key = new PopularList.Key(repository, day, kind.code());
        if (entities.find(PopularList.class, key) == null) {
            entities.persist(new PopularList(key));
        } else if (items(kind, repository, new Range(day, day))
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
            entities.persist(kind.line().apply(new SnapshotLine(repository, day, i + 1), items.get(i)));
        }
    }

    private <L extends SnapshotRow, I> void repeat(Kind<L, I> kind, int repository, LocalDate day) {
        newest(kind, repository, day)
                .filter(last -> last.on().isBefore(day))
                .ifPresent(last -> keep(kind, repository, day, last.items()));
    }

    private <L extends SnapshotRow, I> Optional<Snapshot<I>> newest(Kind<L, I> kind, int repository, LocalDate on) {
        LocalDate day = entities.createQuery(
                        "select max(l.day) from PopularList l where l.repository = :repository and l.kind = :kind"
                                + " and l.day <= :on",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("kind", kind.code())
                .setParameter("on", on)
                .getSingleResult();
        return day == null
                ? Optional.empty()
                : all(kind, repository, new Range(day, day)).stream().findFirst();
    }

    private <L extends SnapshotRow, I> List<Snapshot<I>> all(Kind<L, I> kind, int repository, Range range) {
        Map<LocalDate, List<I>> items = items(kind, repository, range);
        return entities.createQuery(
                        "select l.day from PopularList l where l.repository = :repository and l.kind = :kind"
                                + " and l.day between :from and :to order by l.day",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("kind", kind.code())
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(day -> new Snapshot<>(day, items.getOrDefault(day, List.of())))
                .toList();
    }

    private <L extends SnapshotRow, I> Map<LocalDate, List<I>> items(Kind<L, I> kind, int repository, Range range) {
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
                .collect(Collectors.groupingBy(SnapshotRow::day, Collectors.mapping(kind.item(), Collectors.toList())));
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("PopularList", "ReferrerSnapshot", "PathSnapshot")) {
            entities.createQuery("delete from " + entity + " s where s.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
    }
}
