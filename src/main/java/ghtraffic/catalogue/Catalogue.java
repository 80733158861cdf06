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
import java.util.Optional;
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
