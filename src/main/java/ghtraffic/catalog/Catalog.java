package ghtraffic.catalog;

import ghtraffic.database.Chunks;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the tracked repositories, on behalf of a viewer where a method takes one. */
@ApplicationScoped
public class Catalog {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private VisibleRepositories visible;

    /** Returns all repositories that the viewer may see, by name. */
    @Transactional
    public List<TrackedRepository> visibleTo(Viewer viewer) {
        return visibleTo(viewer, RepositoryFilter.ALL);
    }

    /** Returns the repositories that the viewer may see and that the filter matches, by name. */
    @Transactional
    public List<TrackedRepository> visibleTo(Viewer viewer, RepositoryFilter selection) {
        return withIds(idsVisibleTo(viewer, selection));
    }

    /** Returns the ids of the repositories that the viewer may see and that the filter matches, by name. */
    @Transactional
    public List<Integer> idsVisibleTo(Viewer viewer, RepositoryFilter selection) {
        return visible.ids(viewer, selection);
    }

    /**
     * Returns the repositories with these ids, in the same order. Unknown ids are left out. Does not check who may see
     * them: the caller has done that.
     */
    @Transactional
    public List<TrackedRepository> withIds(List<Integer> ids) {
        Map<Integer, TrackedRepository> found = Chunks.of(ids).stream()
                .flatMap(portion -> entities.createQuery(
                                "select r from TrackedRepository r join fetch r.owner where r.id in :ids",
                                TrackedRepository.class)
                        .setParameter("ids", portion)
                        .getResultStream())
                .filter(TrackedRepository::isComplete)
                .collect(Collectors.toMap(TrackedRepository::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Returns the repository with this id, if the viewer may see it. */
    @Transactional
    public Optional<TrackedRepository> visibleTo(Viewer viewer, int id) {
        return visible.find(viewer, id);
    }

    /** Returns the tenants through which the viewer can see the repository; none when they may not see it. */
    @Transactional
    public Set<Integer> tenantsThrough(Viewer viewer, int id) {
        return visible.tenantsThrough(viewer, id);
    }

    /**
     * Returns whether the viewer may track, remove and collect the repository. They may if they manage a tenant that
     * tracks it.
     */
    @Transactional
    public boolean manages(Viewer viewer, int id) {
        return trackingTenants(List.of(id)).getOrDefault(id, List.of()).stream().anyMatch(viewer::manages);
    }

    /** Returns all repositories that the viewer may see and manages, by name. */
    @Transactional
    public List<TrackedRepository> managedBy(Viewer viewer) {
        return managedBy(viewer, RepositoryFilter.ALL);
    }

    /** Returns the repositories that the viewer may see and manages and that the filter matches, by name. */
    @Transactional
    public List<TrackedRepository> managedBy(Viewer viewer, RepositoryFilter selection) {
        List<TrackedRepository> seen = visibleTo(viewer, selection);
        Map<Integer, List<Integer>> subscribers =
                trackingTenants(seen.stream().map(TrackedRepository::id).toList());
        return seen.stream()
                .filter(one ->
                        subscribers.getOrDefault(one.id(), List.of()).stream().anyMatch(viewer::manages))
                .toList();
    }

    /**
     * Returns the tenants that track each of these repositories, by repository id. Repositories that no tenant tracks
     * are absent.
     */
    @Transactional
    public Map<Integer, List<Integer>> trackingTenants(Collection<Integer> ids) {
        return Chunks.of(ids).stream()
                .flatMap(portion -> entities.createQuery(
                                "select s from TenantRepository s where s.repository in :ids order by s.tenant",
                                TenantRepository.class)
                        .setParameter("ids", portion)
                        .getResultStream())
                .collect(Collectors.groupingBy(
                        TenantRepository::repository,
                        Collectors.mapping(TenantRepository::tenant, Collectors.toList())));
    }

    /** Returns the repositories that at least one tenant tracks, in the order of their ids. */
    @Transactional
    public List<TrackedRepository> tracked() {
        return entities.createQuery(
                        "select r from TrackedRepository r where exists"
                                + " (select s from TenantRepository s where s.repository = r.id) order by r.id",
                        TrackedRepository.class)
                .getResultStream()
                .filter(TrackedRepository::isComplete)
                .toList();
    }

    /** Returns the ids of all repositories that a tenant tracks, in ascending order. */
    @Transactional
    public List<Integer> idsTrackedBy(int tenant) {
        return entities.createQuery(
                        "select s.repository from TenantRepository s where s.tenant = :tenant order by s.repository",
                        Integer.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** Returns the repositories on github.com that a tenant tracks, in the order of their ids. */
    @Transactional
    public List<TrackedRepository> trackedBy(int tenant) {
        return entities.createQuery(
                        "select r from TrackedRepository r where r.server.id = :server and exists (select s from"
                                + " TenantRepository s where s.repository = r.id and s.tenant = :tenant) order by r.id",
                        TrackedRepository.class)
                .setParameter("server", GitHubServer.GITHUB_COM)
                .setParameter("tenant", tenant)
                .getResultStream()
                .filter(TrackedRepository::isComplete)
                .toList();
    }

    /**
     * Returns the description of each of these repositories, by id. Repositories whose description was not collected
     * yet are absent.
     */
    @Transactional
    public Map<Integer, RepositoryDescription> descriptions(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select d from RepositoryDetails d where d.repository in :ids", RepositoryDetails.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(RepositoryDetails::repository, RepositoryDetails::description));
    }

    /** Returns the former full names of a repository, latest first. */
    @Transactional
    public List<String> formerNames(int id) {
        return entities.createQuery(
                        "select f from FormerName f where f.repository = :id order by f.until desc", FormerName.class)
                .setParameter("id", id)
                .getResultStream()
                .map(FormerName::fullName)
                .toList();
    }

    /** Returns the number of the GitHub server with this name; empty when repositories on it may not be tracked. */
    @Transactional
    public Optional<Integer> serverId(GitHubHost host) {
        return entities.createQuery("select s from GitHubServer s order by s.id", GitHubServer.class)
                .getResultStream()
                .filter(server -> server.host().equals(host))
                .map(GitHubServer::id)
                .findFirst();
    }
}
