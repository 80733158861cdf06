package ghtraffic.takeover.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows that stand for one repository of GitHub, which ignores case in names. The Python application made a second row when somebody
 * wrote the name in another case.
 */
@ApplicationScoped
public class Twins {

    /** In each group the row to keep comes first: the one with GitHub's number, else the oldest. */
    private static final String ALL = "select r.rid, o.username, r.rname, r.ghserverid, r.githubid from repos r"
            + " join ghorgusers o on o.oid = r.oid join ghservers h on h.ghserverid = r.ghserverid"
            + " order by case when r.githubid is null then 1 else 0 end, r.rid";

    /**
     * A row that is to become part of another one.
     *
     * @param repository its number
     * @param name its full name
     * @param keptRepository the number of the row that stays
     * @param keptName the full name of that row
     */
    record Twin(int repository, String name, int keptRepository, String keptName) {}

    private record Row(
            int id, String name, Object server, @Nullable Object gitHubId) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TwinMerge merge;

    /** Finds all twins. Rows to which GitHub gave different numbers are different repositories. */
    @Transactional
    List<Twin> find() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Object found : entities.createNativeQuery(ALL).getResultList()) {
            Object[] columns = (Object[]) found;
            Row row = new Row(((Number) columns[0]).intValue(), columns[1] + "/" + columns[2], columns[3], columns[4]);
            groups.computeIfAbsent(row.server() + " " + row.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(row);
        }
        return groups.values().stream()
                .filter(Twins::areTheSame)
                .flatMap(group -> {
                    Row kept = group.get(0);
                    return group.stream().skip(1).map(row -> new Twin(row.id(), row.name(), kept.id(), kept.name()));
                })
                .toList();
    }

    private static boolean areTheSame(List<Row> group) {
        return group.stream()
                        .map(Row::gitHubId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                <= 1;
    }

    /**
     * Merges all twins, each in a transaction of its own unless the caller has one. Of each day the larger numbers stay.
     *
     * @return the repository that each merged one became part of
     */
    public Map<Integer, Integer> merge() {
        Map<Integer, Integer> merged = new LinkedHashMap<>();
        for (Twin twin : find()) {
            if (merge.merge(twin)) {
                merged.put(twin.repository(), twin.keptRepository());
            }
        }
        return merged;
    }
}
