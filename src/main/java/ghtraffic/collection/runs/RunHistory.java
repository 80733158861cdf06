package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the collection runs that a viewer may see. */
@ApplicationScoped
public class RunHistory {

    private static final String FROM = " from collectionruns r where r.runid > 0";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalog;

    /**
     * Returns a page of the runs that the viewer may see, newest first.
     *
     * @param page the number of the page, from 0
     */
    @Transactional
    Page<CollectionRun> visibleTo(Viewer viewer, int page, int size) {
        String part =
                " order by r.runid desc offset " + (long) page * size + " rows fetch first " + size + " rows only";
        Number total = (Number) query(entities.createNativeQuery("select count(*)" + FROM + own(viewer)), viewer)
                .getSingleResult();
        return new Page<>(runs(own(viewer) + part, viewer), page, size, total.longValue());
    }

    /** Returns the run with this id, if the viewer may see it. */
    @Transactional
    public Optional<CollectionRun> visibleTo(Viewer viewer, int id) {
        return runs(own(viewer) + " and r.runid = " + id, viewer).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<CollectionRun> runs(String rest, Viewer viewer) {
        return query(entities.createNativeQuery("select r.*" + FROM + rest, CollectionRun.class), viewer)
                .getResultList();
    }

    /**
     * Administrators and maintainers see all runs, other users those they started and those of a tenant they manage.
     */
    private static String own(Viewer viewer) {
        if (seesAll(viewer)) {
            return "";
        }
        String tenants = viewer.managed().stream()
                .map(access -> String.valueOf(access.tenant()))
                .collect(Collectors.joining(", "));
        return " and (r.startedby = ?1" + (tenants.isEmpty() ? "" : " or r.tid in (" + tenants + ")") + ")";
    }

    private static Query query(Query query, Viewer viewer) {
        return seesAll(viewer) ? query : query.setParameter(1, viewer.email());
    }

    private static boolean seesAll(Viewer viewer) {
        return viewer.has(Role.ADMIN) || viewer.has(Role.SYSMAINT);
    }

    /**
     * Returns the errors of a run for repositories that the viewer may see now. Administrators and maintainers see
     * all.
     */
    @Transactional
    List<RunError> errors(Viewer viewer, int run) {
        Set<Integer> visible =
                seesAll(viewer) ? Set.of() : Set.copyOf(catalog.idsVisibleTo(viewer, RepositoryFilter.ALL));
        return entities.createQuery(
                        "select e, r from CollectionError e"
                                + " left join TrackedRepository r on r.id = e.repository"
                                + " where e.run = :run order by e.repository",
                        Object[].class)
                .setParameter("run", run)
                .getResultStream()
                .map(row -> RunError.of((CollectionError) row[0], (TrackedRepository) row[1]))
                .filter(error -> seesAll(viewer) || visible.contains(error.id()))
                .toList();
    }
}
