package ghtraffic.catalogue;

import ghtraffic.github.GitHubRepository;
import ghtraffic.identity.Grants;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tracked repositories. */
@ApplicationScoped
public class Catalogue {

    /** github.com, the first row of {@code ghservers}. */
    static final int GITHUB_COM = 1;

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

    private static final String MATCHING =
            " and locate(cast(?2 as varchar(255)), lower(o.username || '/' || r.rname)) > 0";

    private static final String TRACKED_BY = " and r.rid in (select w.rid from tenantrepos w where w.tid = ?3)";

    private static final String BY_NAME = " order by lower(o.username), lower(r.rname), r.rid";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<HistoryDeleted> forgotten;

    @Inject
    private Grants grants;

    /** All repositories that the viewer may see, by name. */
    @Transactional
    public List<TrackedRepository> visibleTo(Viewer viewer) {
        return visibleTo(viewer, Selection.ALL);
    }

    /** Of the repositories that the viewer may see, those that he asks for, by name. */
    @Transactional
    public List<TrackedRepository> visibleTo(Viewer viewer, Selection selection) {
        return withIds(idsVisibleTo(viewer, selection));
    }

    /** The ids of those, by name. */
    @Transactional
    public List<Integer> idsVisibleTo(Viewer viewer, Selection selection) {
        String text = selection.search().strip().toLowerCase(Locale.ROOT);
        Integer tenant = selection.tenant();
        String filter = (text.isEmpty() ? "" : MATCHING) + (tenant == null ? "" : TRACKED_BY);
        Query query = entities.createNativeQuery("select r.rid" + VISIBLE + filter + BY_NAME);
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

    /** The repositories of these ids, in their order. Who may see them is decided before; unknown ids are left out. */
    @Transactional
    public List<TrackedRepository> withIds(List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, TrackedRepository> found = entities.createQuery(
                        "select r from TrackedRepository r join fetch r.owner where r.id in :ids",
                        TrackedRepository.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(TrackedRepository::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The repository of this id, if the viewer may see it. */
    @Transactional
    public Optional<TrackedRepository> visibleTo(Viewer viewer, int id) {
        Query query = entities.createNativeQuery("select r.*" + VISIBLE + " and r.rid = ?2", TrackedRepository.class);
        List<?> found =
                query.setParameter(1, viewer.email()).setParameter(2, id).getResultList();
        return found.stream().map(TrackedRepository.class::cast).findFirst();
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
    public List<TrackedRepository> due() {
        return entities.createQuery(
                        "select r from TrackedRepository r where exists"
                                + " (select s from Subscription s where s.repository = r.id) order by r.id",
                        TrackedRepository.class)
                .getResultList();
    }

    /** The repository that GitHub has under this number, else the one that has this name and no number yet. */
    Optional<TrackedRepository> known(GitHubRepository found) {
        return entities.createQuery(
                        "select r from TrackedRepository r where r.server = :server and (r.gitHubId = :gitHubId"
                                + " or r.gitHubId is null and lower(r.name) = :name and lower(r.owner.login) = :owner)"
                                + " order by r.gitHubId desc, r.id",
                        TrackedRepository.class)
                .setParameter("server", GITHUB_COM)
                .setParameter("gitHubId", found.id())
                .setParameter("name", found.name().toLowerCase(Locale.ROOT))
                .setParameter("owner", found.owner().toLowerCase(Locale.ROOT))
                .getResultStream()
                .max((a, b) -> Boolean.compare(a.gitHubId() != null, b.gitHubId() != null));
    }

    /** Keeps what GitHub says of a repository: its number, when it was created, and what it is called now. */
    @Transactional
    public void refresh(int id, GitHubRepository found) {
        TrackedRepository repository = entities.find(TrackedRepository.class, id);
        if (repository != null) {
            describe(repository, found);
        }
    }

    void describe(TrackedRepository repository, GitHubRepository found) {
        repository.isKnownAs(
                found.id(), found.createdAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
        if (!repository.owner().equals(found.owner()) || !repository.name().equals(found.name())) {
            repository.isCalled(owner(found), found.name());
        }
    }

    Owner owner(GitHubRepository found) {
        return entities.createQuery("select o from Owner o where lower(o.login) = :login order by o.id", Owner.class)
                .setParameter("login", found.owner().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    Owner owner = new Owner(found.owner(), found.ownerType());
                    entities.persist(owner);
                    return owner;
                });
    }

    /** Makes the tenant track what GitHub calls {@code found}. Additions take turns, so that none is made twice. */
    @Transactional
    Tracking subscribe(int tenant, GitHubRepository found) {
        takeTurn();
        TrackedRepository repository = known(found).orElseGet(() -> {
            TrackedRepository added = new TrackedRepository(owner(found), found.name(), GITHUB_COM);
            entities.persist(added);
            return added;
        });
        describe(repository, found);
        entities.flush();
        if (entities.find(Subscription.class, new Subscription.Key(tenant, repository.id())) != null) {
            return new Tracking.AlreadyTracked(repository);
        }
        entities.persist(new Subscription(tenant, repository.id()));
        return new Tracking.Tracked(repository);
    }

    /**
     * Ends a tenant's tracking. The history stays unless it is to be deleted and no other tenant tracks the repository.
     *
     * @return whether the tenant tracked it
     */
    @Transactional
    boolean unsubscribe(int tenant, int id, boolean deleteHistory) {
        takeTurn();
        Subscription subscription = entities.find(Subscription.class, new Subscription.Key(tenant, id));
        if (subscription == null) {
            return false;
        }
        entities.remove(subscription);
        entities.flush();
        if (deleteHistory && subscribers(List.of(id)).isEmpty()) {
            forgotten.fire(new HistoryDeleted(id));
            grants.forget(tenant, id);
            entities.remove(entities.getReference(TrackedRepository.class, id));
        }
        return true;
    }

    private void takeTurn() {
        entities.createNativeQuery("update ghservers set serveruri = serveruri where ghserverid = " + GITHUB_COM)
                .executeUpdate();
    }
}
