package ghtraffic.traffic.daily;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.database.SqlFailure;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Stores the collected views and clones. Stored values never shrink. */
@ApplicationScoped
public class TrafficStore {

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private RepositoryStore repositories;

    /**
     * Merges days of one repository: of each field the maximum stays. Stores all or nothing. A second merge of the same
     * numbers changes nothing, and two merges at the same time lose no value.
     */
    @Transactional
    public MergeResult merge(int repository, List<PeriodNumbers> days) {
        repositories.lockRepository(repository);
        return merge(TrafficMerge.DAYS, repository, days);
    }

    /** Merges GitHub's weeks in the same way. */
    @Transactional
    public MergeResult mergeWeeks(int repository, List<PeriodNumbers> weeks) {
        return merge(TrafficMerge.WEEKS, repository, weeks);
    }

    /**
     * Merges the days of several repositories that a user imports, all or nothing.
     *
     * @return empty when one of the repositories no longer exists; nothing was stored then
     */
    @Transactional
    public Optional<MergeResult> merge(Collection<? extends RepositoryDays> several) {
        List<? extends RepositoryDays> inOrder = several.stream()
                .sorted(Comparator.comparing(RepositoryDays::repository))
                .toList();
        if (!inOrder.stream().allMatch(days -> repositories.lockRepository(days.repository()))) {
            return Optional.empty();
        }
        return Optional.of(inOrder.stream()
                .map(days -> merge(TrafficMerge.DAYS, days.repository(), days.days()))
                .reduce(MergeResult.NOTHING, MergeResult::plus));
    }

    private MergeResult merge(TrafficMerge table, int repository, List<PeriodNumbers> seen) {
        try (Connection connection = dataSource.getConnection()) {
            return table.merge(connection, repository, seen);
        } catch (SQLException e) {
            throw new PersistenceException(
                    "The numbers of repository " + repository + " were not stored", SqlFailure.withNext(e));
        }
    }

    /** Removes the days and weeks of a repository that begin after this day. The caller has locked the repository. */
    void removeAfter(int repository, LocalDate day) {
        List<LocalDate> days = entities.createQuery(
                        "select d.day from DailyTraffic d where d.repository = :repository and d.day > :day",
                        LocalDate.class)
                .setParameter("repository", repository)
                .setParameter("day", day)
                .getResultList();
        for (String entity : List.of("DailyTraffic", "WeeklyTraffic")) {
            entities.createQuery("delete from " + entity + " t where t.repository = :repository and t.day > :day")
                    .setParameter("repository", repository)
                    .setParameter("day", day)
                    .executeUpdate();
        }
        try (Connection connection = dataSource.getConnection()) {
            for (CalendarSum period : CalendarSum.values()) {
                period.recompute(connection, repository, days);
            }
        } catch (SQLException e) {
            throw new PersistenceException("The sums of repository " + repository + " were not stored", e);
        }
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("DailyTraffic", "WeeklyTraffic")) {
            entities.createQuery("delete from " + entity + " t where t.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
        for (String table : List.of("monthlysums", "dekadsums")) {
            entities.createNativeQuery("delete from " + table + " where rid = ?1")
                    .setParameter(1, deleted.repository())
                    .executeUpdate();
        }
    }
}
