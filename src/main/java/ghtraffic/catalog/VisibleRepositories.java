package ghtraffic.catalog;

import ghtraffic.identity.Viewer;
import ghtraffic.lists.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides which repositories a viewer may see. Nothing else does: every page, resource and export asks here. */
@ApplicationScoped
class VisibleRepositories {

    /** In each of the viewer's tenants, those that a grant covers. ?1 is the viewer's email address. */
    private static final String GRANTED = """
             from tenantrepos s
              join admintenantreporoles g on g.tid = s.tid
              join adminusers u on u.aid = g.aid
              where lower(u.email) = ?1 and u.disabled = 0 and (
                (mod(g.role / 4, 2) = 1 or mod(g.role / 8, 2) = 1) and (g.rid is null or g.rid = s.rid)
                or mod(g.role / 16, 2) = 1 and g.rid = s.rid)
            """;

    /** A repository of the Python application may name an owner or a server that does not exist. It is not shown. */
    private static final String VISIBLE = " from repos r join ghorgusers o on o.oid = r.oid"
            + " join ghservers h on h.ghserverid = r.ghserverid where r.rid in (select s.rid" + GRANTED + ")";

    private static final String MATCHING = " and locate(" + SearchText.parameter(2, RepositoryFilter.LONGEST)
            + ", lower(o.username || '/' || r.rname)) > 0";

    private static final String TRACKED_BY = " and r.rid in (select w.rid from tenantrepos w where w.tid = ?3)";

    private static final String BY_NAME = " order by lower(o.username), lower(r.rname), r.rid";

    @PersistenceContext
    private EntityManager entities;

    /** Returns the ids of those that the filter matches, by name. */
    List<Integer> ids(Viewer viewer, RepositoryFilter filter) {
        String text = filter.search().toLowerCase(Locale.ROOT);
        Integer tenant = filter.tenant();
        String conditions = (text.isEmpty() ? "" : MATCHING) + (tenant == null ? "" : TRACKED_BY);
        Query query = entities.createNativeQuery("select r.rid" + VISIBLE + conditions + BY_NAME);
        query.setParameter(1, viewer.email());
        if (!text.isEmpty()) {
            query.setParameter(2, text);
        }
        if (tenant != null) {
            query.setParameter(3, tenant);
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(id -> ((Number) id).intValue()).toList();
    }

    /** Returns the repository with this id, if the viewer may see it. */
    Optional<TrackedRepository> find(Viewer viewer, int id) {
        Query query = entities.createNativeQuery("select r.*" + VISIBLE + " and r.rid = ?2", TrackedRepository.class);
        List<?> found =
                query.setParameter(1, viewer.email()).setParameter(2, id).getResultList();
        return found.stream().map(TrackedRepository.class::cast).findFirst();
    }

    /** Returns the tenants through which the viewer can see the repository. */
    Set<Integer> tenantsThrough(Viewer viewer, int id) {
        Query query = entities.createNativeQuery("select distinct s.tid" + GRANTED + " and s.rid = ?2");
        query.setParameter(1, viewer.email()).setParameter(2, id);
        Set<Integer> tenants = new TreeSet<>();
        for (Object tenant : query.getResultList()) {
            tenants.add(((Number) tenant).intValue());
        }
        return tenants;
    }
}
