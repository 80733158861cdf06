package ghtraffic.traffic.daily;

import ghtraffic.audit.AuditLog;
import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.database.SqlFailure;
import ghtraffic.messages.Message;
import ghtraffic.traffic.imports.ImportedDays;
import ghtraffic.traffic.window.WindowNumbers;
import ghtraffic.traffic.window.WindowTraffic;
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

/** Writes what was collected of views and clones. Values only ever grow. */
@ApplicationScoped
public class TrafficStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private RepositoryStore catalogue;

    /**
     * Merges the days of one repository by maximum per field, all or nothing. Merging the same again changes nothing, and
     * of two merges at once no value is lost.
     */
    @Transactional
    public MergeResult merge(int repository, List<PeriodNumbers> days) {
        catalogue.hold(repository);
        return merge(TrafficMerge.DAYS, repository, days);
    }

    /** Merges GitHub's weeks in the same way. */
    @Transactional
    public MergeResult mergeWeeks(int repository, List<PeriodNumbers> weeks) {
        return merge(TrafficMerge.WEEKS, repository, weeks);
    }

    /** Merges the days of several repositories that somebody imports, all or nothing over all of them; empty when one is gone. */
    @Transactional
    public Optional<MergeResult> merge(Collection<ImportedDays> imported) {
        List<ImportedDays> inOrder = imported.stream()
                .sorted(Comparator.comparing(ImportedDays::repository))
                .toList();
        if (!inOrder.stream().allMatch(days -> catalogue.hold(days.repository()))) {
            return Optional.empty();
        }
        MergeResult recorded = inOrder.stream()
                .map(days -> merge(TrafficMerge.DAYS, days.repository(), days.toList()))
                .reduce(MergeResult.NOTHING, MergeResult::plus);
        audit.add(
                "traffic.import",
                Message.inEnglish(
                        "said.audit.repositories",
                        inOrder.stream()
                                .map(days -> String.valueOf(days.repository()))
                                .toList()),
                null,
                Message.inEnglish("said.audit.imported", recorded.inserted(), recorded.raised()));
        return Optional.of(recorded);
    }

    private MergeResult merge(TrafficMerge table, int repository, List<PeriodNumbers> seen) {
        try (Connection connection = dataSource.getConnection()) {
            return table.merge(connection, repository, seen);
        } catch (SQLException e) {
            throw new PersistenceException(
                    "The numbers of repository " + repository + " were not stored", SqlFailure.withNext(e));
        }
    }

    /** Keeps GitHub's 14-day totals as of a UTC day; the last ones of a day stand. */
    @Transactional
    public void keepWindow(int repository, LocalDate day, WindowNumbers numbers) {
        WindowTraffic window = entities.find(WindowTraffic.class, new RepositoryDay(repository, day));
        if (window == null) {
            window = new WindowTraffic(repository, day);
            entities.persist(window);
        }
        window.see(numbers);
    }

    /** Of each total the value that was kept last; nothing where there is none. */
    @Transactional
    public WindowNumbers lastWindow(int repository) {
        WindowNumbers viewed = newest(repository, "views");
        WindowNumbers cloned = newest(repository, "clones");
        return new WindowNumbers(viewed.views(), viewed.visitors(), cloned.clones(), cloned.cloners());
    }

    private WindowNumbers newest(int repository, String known) {
        return entities.createQuery(
                        "select w from WindowTraffic w where w.repository = :repository and w.day ="
                                + " (select max(o.day) from WindowTraffic o where o.repository = :repository and o."
                                + known + " is not null)",
                        WindowTraffic.class)
                .setParameter("repository", repository)
                .getResultStream()
                .map(WindowTraffic::numbers)
                .findFirst()
                .orElse(WindowNumbers.NONE);
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("DailyTraffic", "WeeklyTraffic", "WindowTraffic")) {
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
