package ghtraffic.catalog;

import ghtraffic.audit.AuditLog;
import ghtraffic.github.model.GitHubRepository;
import ghtraffic.identity.users.Grants;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the repositories, the tenants that track them, and what GitHub reports about them. */
@ApplicationScoped
public class RepositoryStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<HistoryDeleted> forgotten;

    @Inject
    private Event<TrackingEnded> ended;

    @Inject
    private Event<ScheduleChanged> rescheduled;

    @Inject
    private Catalog catalog;

    @Inject
    private Grants grants;

    @Inject
    private AuditLog audit;

    @Inject
    private RepositoryDescriptions descriptions;

    /**
     * Stores GitHub's number, name and description of a repository. When the name has changed, stores the old one as a
     * former name.
     */
    @Transactional
    public void refresh(int id, GitHubRepository found) {
        TrackedRepository repository = entities.find(TrackedRepository.class, id);
        if (repository != null) {
            descriptions.store(repository, found);
        }
    }

    /**
     * Locks a repository until the transaction ends, so that it cannot be deleted while data of it is written.
     *
     * @return whether the repository still exists
     */
    @Transactional
    public boolean lockRepository(int id) {
        return entities.createNativeQuery("update repos set schedule = schedule where rid = ?1")
                        .setParameter(1, id)
                        .executeUpdate()
                == 1;
    }

    /** Sets how often a repository is collected. */
    @Transactional
    public void schedule(int id, Schedule schedule) {
        TrackedRepository repository = entities.find(TrackedRepository.class, id);
        if (repository != null && repository.schedule() != schedule) {
            audit.add(
                    "repository.schedule",
                    subject(repository),
                    Message.name(repository.schedule()),
                    Message.name(schedule));
            repository.reschedule(schedule);
            rescheduled.fire(new ScheduleChanged(id));
        }
    }

    /**
     * Makes a tenant track a repository. Concurrent calls wait for each other, so that no repository is stored twice.
     *
     * @param server the number of the GitHub server
     * @param found the repository, as that server reports it
     */
    @Transactional
    public TrackingOutcome track(int tenant, int server, GitHubRepository found) {
        lock();
        if (entities.find(GitHubServer.class, server) == null) {
            return new TrackingOutcome.Unreadable(Message.of("said.reason.server.removed"));
        }
        TrackedRepository repository = known(server, found).orElseGet(() -> {
            TrackedRepository added = new TrackedRepository(
                    descriptions.owner(found), found.name(), entities.getReference(GitHubServer.class, server));
            entities.persist(added);
            entities.flush();
            return added;
        });
        descriptions.store(repository, found);
        entities.flush();
        if (entities.find(TenantRepository.class, new TenantRepository.Key(tenant, repository.id())) != null) {
            return new TrackingOutcome.AlreadyTracked(repository);
        }
        entities.persist(new TenantRepository(tenant, repository.id()));
        audit.add("repository.add", subject(repository), null, Message.of("said.audit.tenantNumber", tenant));
        return new TrackingOutcome.Tracked(repository);
    }

    /**
     * Returns the repository that has this number on the server, otherwise the one with this name that has no number
     * yet.
     */
    private Optional<TrackedRepository> known(int server, GitHubRepository found) {
        return entities.createQuery(
                        "select r from TrackedRepository r where r.server.id = :server and (r.gitHubId = :gitHubId"
                                + " or r.gitHubId is null and lower(r.name) = :name and lower(r.owner.login) = :owner)"
                                + " order by r.gitHubId desc, r.id",
                        TrackedRepository.class)
                .setParameter("server", server)
                .setParameter("gitHubId", found.id())
                .setParameter("name", found.name().toLowerCase(Locale.ROOT))
                .setParameter("owner", found.owner().toLowerCase(Locale.ROOT))
                .getResultStream()
                .max((a, b) -> Boolean.compare(a.gitHubId() != null, b.gitHubId() != null));
    }

    /**
     * Stops tracking a repository for a tenant. The history is deleted only when {@code deleteHistory} is set and no
     * other tenant tracks the repository. When it is set and other tenants do track it, only the tenant's own notes are
     * deleted.
     *
     * @return whether the tenant tracked the repository
     */
    @Transactional
    public boolean stopTracking(int tenant, int id, boolean deleteHistory) {
        lock();
        TenantRepository subscription = entities.find(TenantRepository.class, new TenantRepository.Key(tenant, id));
        if (subscription == null) {
            return false;
        }
        entities.remove(subscription);
        entities.flush();
        ended.fire(new TrackingEnded(tenant, id, deleteHistory));
        boolean deleted = deleteHistory && catalog.trackingTenants(List.of(id)).isEmpty();
        audit.add(
                "repository.remove",
                subject(id, entities.find(TrackedRepository.class, id)),
                Message.of("said.audit.tenantNumber", tenant),
                Message.of(
                        deleted
                                ? "said.audit.historyDeleted"
                                : deleteHistory ? "said.audit.historyKeptWithoutNotes" : "said.audit.historyKept"));
        if (deleted) {
            lockRepository(id);
            forgotten.fire(new HistoryDeleted(id));
            grants.revokeRepository(tenant, id);
            entities.createQuery("delete from TrackedRepository r where r.id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return true;
    }

    /** A row of the Python application may name a repository that does not exist, or whose owner does not. */
    private static Message subject(int id, @Nullable TrackedRepository repository) {
        return repository != null && repository.isComplete()
                ? subject(repository)
                : Message.of("said.audit.repositoryNumber", id);
    }

    private static Message subject(TrackedRepository repository) {
        return Message.of("said.audit.repository", repository.id(), repository.fullName());
    }

    /** Locks the lists of repositories and GitHub servers against other changes until the transaction ends. */
    @Transactional
    public void lock() {
        entities.createNativeQuery(
                        "update ghservers set serveruri = serveruri where ghserverid = " + GitHubServer.GITHUB_COM)
                .executeUpdate();
    }
}
