package ghtraffic.collection;

import ghtraffic.catalogue.HistoryDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The health of the repositories. */
@ApplicationScoped
class Health {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** By repository id; repositories that were never attempted are absent. */
    @Transactional
    Map<Integer, RepositoryHealth> of(Collection<Integer> repositories) {
        return repositories.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select h from RepositoryHealth h where h.repository in :ids", RepositoryHealth.class)
                        .setParameter("ids", repositories)
                        .getResultStream()
                        .collect(Collectors.toMap(RepositoryHealth::repository, Function.identity()));
    }

    @Transactional
    void succeeded(int repository) {
        known(repository).succeeded(clock.instant());
    }

    @Transactional
    void failed(int repository, String reason) {
        known(repository).failed(clock.instant(), reason);
    }

    private RepositoryHealth known(int repository) {
        RepositoryHealth health = entities.find(RepositoryHealth.class, repository);
        if (health == null) {
            health = new RepositoryHealth(repository);
            entities.persist(health);
        }
        return health;
    }

    void forget(@Observes HistoryDeleted deleted) {
        entities.createQuery("delete from RepositoryHealth h where h.repository = :repository")
                .setParameter("repository", deleted.repository())
                .executeUpdate();
    }
}
