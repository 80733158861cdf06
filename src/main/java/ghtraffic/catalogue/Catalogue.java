package ghtraffic.catalogue;

import ghtraffic.github.GitHubHost;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tracked repositories. */
@ApplicationScoped
public class Catalogue {

    /** The one place that says what a viewer may see: of each of his tenants what a grant opens. ?1 is his address. */
    private static final String VISIBLE = """
             from repos r join ghorgusers o on o.oid = r.oid where r.rid in (
              select s.rid from tenantrepos s
              join admintenantreporoles g on g.tid = s.tid
              join adminusers u on u.aid = g.aid
              where lower(u.email) = ?1 and (
                (mod(g.role / 4, 2) = 1 or mod(g.role / 8, 2) = 1) and (g.rid is null or g.rid = s.rid)
                or mod(g.role / 16, 2) = 1 and g.rid = s.rid))
            """;

    private static final String BY_NAME = " order by lower(o.username), lower(r.rname), r.rid";

    @PersistenceContext
    private EntityManager entities;

    /** All repositories that the viewer may see, by name. */
    @Transactional
    public List<TrackedRepository> visibleTo(Viewer viewer) {
        return list(visible("select r.*", BY_NAME, viewer));
    }

    /** The repository of this id, if the viewer may see it. */
    @Transactional
    public Optional<TrackedRepository> visibleTo(Viewer viewer, int id) {
        return list(visible("select r.*", " and r.rid = ?2", viewer).setParameter(2, id)).stream()
                .findFirst();
    }

    /**
     * A page of what the viewer may see, by name.
     *
     * @param search what the full name must contain, without regard to case; empty for all
     * @param page from 0
     * @param size 1 to {@link Page#LARGEST_SIZE}
     */
    @Transactional
    public Page<TrackedRepository> visibleTo(Viewer viewer, String search, int page, int size) {
        String matching = " and locate(cast(?2 as varchar(255)), lower(o.username || '/' || r.rname)) > 0";
        String text = search.strip().toLowerCase(Locale.ROOT);
        String filter = text.isEmpty() ? "" : matching;
        Query count = visible("select count(*)", filter, viewer);
        Query items = visible("select r.*", filter + BY_NAME + offset(page, size), viewer);
        if (!text.isEmpty()) {
            count.setParameter(2, text);
            items.setParameter(2, text);
        }
        return new Page<>(list(items), page, size, ((Number) count.getSingleResult()).longValue());
    }

    /** Whether the viewer may add, remove and collect it: whether a tenant that he manages tracks it. */
    @Transactional
    public boolean manages(Viewer viewer, int id) {
        return subscribers(List.of(id)).getOrDefault(id, List.of()).stream().anyMatch(viewer::manages);
    }

    /** The tenants that track each of these repositories, by repository id; ids without any are absent. */
    @Transactional
    public Map<Integer, List<Integer>> subscribers(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select s from Subscription s where s.repository in :ids order by s.tenant", Subscription.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Subscription::repository, Collectors.mapping(Subscription::tenant, Collectors.toList())));
    }

    /** The repositories that any tenant tracks, by id. */
    @Transactional
    public List<TrackedRepository> tracked() {
        return entities.createQuery(
                        "select r from TrackedRepository r where exists"
                                + " (select s from Subscription s where s.repository = r.id) order by r.id",
                        TrackedRepository.class)
                .getResultList();
    }

    /** What GitHub says of each of these repositories; those that were not asked about yet are absent. */
    @Transactional
    public Map<Integer, Described> described(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select d from RepositoryDetails d where d.repository in :ids", RepositoryDetails.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(RepositoryDetails::repository, RepositoryDetails::described));
    }

    /** The names that a repository had before, the latest first. */
    @Transactional
    public List<String> formerNames(int id) {
        return entities.createQuery(
                        "select f from FormerName f where f.repository = :id order by f.until desc", FormerName.class)
                .setParameter("id", id)
                .getResultStream()
                .map(FormerName::fullName)
                .toList();
    }

    /** The number of the server of this name; empty when no repository may be tracked of it. */
    @Transactional
    Optional<Integer> server(GitHubHost host) {
        return entities.createQuery("select s from GitHubServer s order by s.id", GitHubServer.class)
                .getResultStream()
                .filter(server -> server.host().equals(host))
                .map(GitHubServer::id)
                .findFirst();
    }

    private Query visible(String select, String rest, Viewer viewer) {
        Query query = select.contains("count")
                ? entities.createNativeQuery(select + VISIBLE + rest)
                : entities.createNativeQuery(select + VISIBLE + rest, TrackedRepository.class);
        return query.setParameter(1, viewer.email());
    }

    private static String offset(int page, int size) {
        return " offset " + (long) page * size + " rows fetch first " + size + " rows only";
    }

    @SuppressWarnings("unchecked")
    private static List<TrackedRepository> list(Query query) {
        return query.getResultList();
    }
}
