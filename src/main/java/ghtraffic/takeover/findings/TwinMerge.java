package ghtraffic.takeover.findings;

import ghtraffic.audit.AuditLog;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes one repository of two rows. It moves the rows of every table that has a repository, in one transaction, because no event
 * reaches tables that belong to packages above this one.
 */
@ApplicationScoped
class TwinMerge {

    /**
     * Tables whose rows move, and the columns by which a row of the repository that stays is the same row. Where it has one, that one
     * stays. A list of referrers or paths is one thing for each day.
     */
    static final Map<String, List<String>> MOVED = Map.ofEntries(
            Map.entry("tenantrepos", List.of("tid")),
            Map.entry("admintenantreporoles", List.of("aid", "tid", "role")),
            Map.entry("windowtotals", List.of("tdate")),
            Map.entry("popularlists", List.of("tdate", "kind")),
            Map.entry("referrers", List.of("tdate")),
            Map.entry("paths", List.of("tdate")),
            Map.entry("popularity", List.of("tdate")),
            Map.entry("releases", List.of("releaseid")),
            Map.entry("releaseassets", List.of("assetid")),
            Map.entry("assetdownloads", List.of("assetid", "tdate")),
            Map.entry("repodetails", List.of()),
            Map.entry("formernames", List.of("fullname")),
            Map.entry("notes", List.of("noteid")),
            Map.entry("repohealth", List.of()),
            Map.entry("repoparts", List.of("part")),
            Map.entry("collectionruns", List.of("runid")),
            Map.entry("collectionerrors", List.of("runid")),
            Map.entry("collectionrest", List.of("runid")));

    /** Tables whose rows are merged by {@code TrafficStore}, or derived from those. */
    static final List<String> MERGED = List.of("repotraffic", "weeklytraffic", "monthlysums", "dekadsums");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private TrafficStore traffic;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AuditLog audit;

    /**
     * Merges one repository into another.
     *
     * @return false when one of them is gone; nothing was changed then
     */
    @Transactional
    boolean merge(Twins.Twin twin) {
        int from = twin.repository();
        int into = twin.keptRepository();
        repositories.lock();
        if (!repositories.lockRepository(Math.min(from, into)) || !repositories.lockRepository(Math.max(from, into))) {
            return false;
        }
        traffic.merge(into, numbers("repotraffic", from));
        traffic.mergeWeeks(into, numbers("weeklytraffic", from));
        MERGED.forEach(table -> update("delete from " + table + " where rid = ?1", from));
        MOVED.forEach((table, same) -> move(table, same, from, into));
        update("delete from repos where rid = ?1", from);
        audit.add(
                "repository.merge",
                Message.of("said.audit.repository", into, twin.keptName()),
                Message.of("said.audit.repository", from, twin.name()),
                null);
        authenticationCache.clear();
        return true;
    }

    private void move(String table, List<String> same, int from, int into) {
        String kept = same.stream()
                .map(column -> " and k." + column + " = " + table + "." + column)
                .collect(Collectors.joining("", "select 1 from " + table + " k where k.rid = ?2", ""));
        entities.createNativeQuery("delete from " + table + " where rid = ?1 and exists (" + kept + ")")
                .setParameter(1, from)
                .setParameter(2, into)
                .executeUpdate();
        entities.createNativeQuery("update " + table + " set rid = ?2 where rid = ?1")
                .setParameter(1, from)
                .setParameter(2, into)
                .executeUpdate();
    }

    private void update(String sql, int repository) {
        entities.createNativeQuery(sql).setParameter(1, repository).executeUpdate();
    }

    private List<PeriodNumbers> numbers(String table, int repository) {
        List<?> rows = entities.createNativeQuery(
                        "select tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from " + table
                                + " where rid = ?1 order by tdate")
                .setParameter(1, repository)
                .getResultList();
        return rows.stream().map(row -> numbers((Object[]) row)).toList();
    }

    private static PeriodNumbers numbers(Object[] row) {
        return new PeriodNumbers(
                LocalDate.parse(String.valueOf(row[0])),
                number(row[1]),
                number(row[2]),
                Coverage.of((short) number(row[3])),
                number(row[4]),
                number(row[5]),
                Coverage.of((short) number(row[6])));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
