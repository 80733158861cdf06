package ghtraffic.traffic.popularity;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.FutureDaysRemoved;
import ghtraffic.ranges.Today;
import ghtraffic.traffic.series.ChunkedQuery;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Stores stars, forks, watchers and open issues once for each UTC day. The last values of a day replace earlier ones.
 */
@ApplicationScoped
public class PopularityStore {

    /** Has the order of the index, so that the database goes directly to the last day of a repository. */
    private static final String NEWEST = """
            select p.rid, p.tdate, p.stars, p.forks, p.watchers, p.openissues
            from %s c join popularity p on p.rid = c.rid and p.tdate = (
              select o.tdate from popularity o where o.rid = c.rid and o.tdate <= ? order by o.rid desc, o.tdate desc fetch first 1 rows only)
            """;

    private static final String BEFORE = "select p from Popularity p where p.repository = :repository and p.day ="
            + " (select max(o.day) from Popularity o where o.repository = :repository and o.day < :day)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Today currentDay;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    /** Stores the numbers of a day. */
    @Transactional
    public void store(int repository, PopularityNumbers numbers) {
        entities.merge(new Popularity(repository, numbers));
    }

    /** Stores the last numbers again for a later day, because GitHub reported that they have not changed. */
    @Transactional
    public void storeUnchanged(int repository, LocalDate day) {
        PopularityNumbers last = newest(List.of(repository)).get(repository);
        if (last != null && last.date().isBefore(day)) {
            store(
                    repository,
                    new PopularityNumbers(day, last.stars(), last.forks(), last.watchers(), last.openIssues()));
        }
    }

    /** Returns the numbers of the collected days of the range, oldest first. */
    @Transactional
    public List<PopularityNumbers> series(int repository, DateRange range) {
        return entities.createQuery(
                        "select p from Popularity p where p.repository = :repository and p.day between :from and :to"
                                + " order by p.day",
                        Popularity.class)
                .setParameter("repository", repository)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(Popularity::numbers)
                .toList();
    }

    /** Returns the numbers of the last collected day before this one; empty when there is none. */
    @Transactional
    public Optional<PopularityNumbers> before(int repository, LocalDate day) {
        return entities.createQuery(BEFORE, Popularity.class)
                .setParameter("repository", repository)
                .setParameter("day", day)
                .getResultStream()
                .map(Popularity::numbers)
                .findFirst();
    }

    /** Returns the last stored numbers of each repository, of today at the latest. Repositories without any are absent. */
    @Transactional
    public Map<Integer, PopularityNumbers> newest(Collection<Integer> repositories) {
        Map<Integer, PopularityNumbers> newest = new HashMap<>();
        ChunkedQuery.read(
                dataSource,
                NEWEST,
                repositories,
                row -> newest.put(
                        row.getInt(1),
                        new PopularityNumbers(
                                row.getDate(2).toLocalDate(),
                                row.getInt(3),
                                row.getInt(4),
                                row.getObject(5) == null ? null : Integer.valueOf(row.getInt(5)),
                                row.getInt(6))),
                currentDay.date());
        return newest;
    }

    void forget(@Observes FutureDaysRemoved removed) {
        entities.createQuery("delete from Popularity p where p.repository = :repository and p.day > :today")
                .setParameter("repository", removed.repository())
                .setParameter("today", removed.today())
                .executeUpdate();
    }

    void forget(@Observes HistoryDeleted deleted) {
        entities.createQuery("delete from Popularity p where p.repository = :repository")
                .setParameter("repository", deleted.repository())
                .executeUpdate();
    }
}
