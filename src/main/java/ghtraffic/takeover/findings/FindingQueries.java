package ghtraffic.takeover.findings;

import ghtraffic.messages.Message;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Finds the rows of each kind. */
@ApplicationScoped
class FindingQueries {

    private static final int SHOWN = 100;

    /** Conditions on a row of {@code admintenantreporoles}, {@code adminroles} or {@code tenantrepos}. */
    static final String NO_USER = "not exists (select 1 from adminusers u where u.aid = %s.aid)";

    static final String NO_TENANT = "not exists (select 1 from tenants n where n.tid = %s.tid)";
    static final String NO_REPOSITORY = "not exists (select 1 from repos r where r.rid = %s.rid)";

    /**
     * The rows of one kind.
     *
     * @param columns what their words need; a column that may be null is the last one
     * @param from tables and condition
     * @param order by which columns
     */
    private record Rows(String columns, String from, String order) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Twins twins;

    @Inject
    private Today today;

    /** Finds the rows of one kind. */
    @Transactional
    Finding find(FindingKind kind) {
        if (kind == FindingKind.REPOSITORY_TWICE) {
            List<Twins.Twin> found = twins.find();
            return new Finding(
                    kind,
                    found.size(),
                    found.stream()
                            .limit(SHOWN)
                            .map(twin -> Message.of(
                                    "said.finding.repository-twice",
                                    twin.repository(),
                                    twin.name(),
                                    twin.keptRepository(),
                                    twin.keptName()))
                            .toList());
        }
        Rows rows = rows(kind, today.date());
        Number count = (Number) entities.createNativeQuery("select count(*) from " + rows.from())
                .getSingleResult();
        List<?> first = count.longValue() == 0
                ? List.of()
                : entities.createNativeQuery("select " + rows.columns() + " from " + rows.from() + " order by "
                                + rows.order() + " fetch first " + SHOWN + " rows only")
                        .getResultList();
        return new Finding(
                kind,
                count.longValue(),
                first.stream().map(row -> words(kind, (Object[]) row)).toList());
    }

    private static Message words(FindingKind kind, Object[] row) {
        Object[] known = Arrays.stream(row)
                .filter(Objects::nonNull)
                .map(value -> value instanceof Date day ? day.toLocalDate() : value)
                .toArray();
        return Message.of("said.finding." + kind.key() + (known.length < row.length ? ".all" : ""), known);
    }

    private static Rows rows(FindingKind kind, LocalDate today) {
        return switch (kind) {
            case REPOSITORY_WITHOUT_OWNER ->
                new Rows(
                        "r.rid, r.rname, r.oid",
                        "repos r where not exists (select 1 from ghorgusers o where o.oid = r.oid)",
                        "r.rid");
            case REPOSITORY_WITHOUT_SERVER ->
                new Rows(
                        "r.rid, r.rname, r.ghserverid",
                        "repos r where not exists (select 1 from ghservers h where h.ghserverid = r.ghserverid)",
                        "r.rid");
            case TRAFFIC_WITHOUT_REPOSITORY ->
                // H2 finds the distinct numbers in an index without reading it all: 10 ms for 3.6 million days.
                new Rows(
                        "d.rid, (select min(k.tmonth) from monthlysums k where k.rid = d.rid),"
                                + " (select max(k.tmonth) from monthlysums k where k.rid = d.rid)",
                        "(select distinct m.rid from monthlysums m) d where " + NO_REPOSITORY.formatted("d"),
                        "d.rid");
            case TRACKING_OF_NOTHING ->
                new Rows(
                        "t.tid, t.rid",
                        "tenantrepos t where " + NO_TENANT.formatted("t") + " or " + NO_REPOSITORY.formatted("t"),
                        "t.tid, t.rid");
            case GRANT_FOR_NOBODY ->
                new Rows(
                        "g.aid, g.tid, g.rid",
                        "admintenantreporoles g where " + NO_USER.formatted("g") + " or " + NO_TENANT.formatted("g")
                                + " or g.rid is not null and " + NO_REPOSITORY.formatted("g"),
                        "g.aid, g.tid, g.rid");
            case ROLE_FOR_NOBODY -> new Rows("a.aid, a.role", "adminroles a where " + NO_USER.formatted("a"), "a.aid");
            case FUTURE_DAY ->
                new Rows(
                        "f.rid, f.days, f.firstday",
                        "(select d.rid, count(*) as days, min(d.tdate) as firstday from repotraffic d where d.tdate >"
                                + " cast('" + today + "' as date) group by d.rid) f",
                        "f.rid");
            case REPOSITORY_TWICE -> throw new IllegalArgumentException("Twins are found by their names");
        };
    }
}
