package ghtraffic.catalog;

import ghtraffic.github.model.GitHubRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Stores what GitHub reports about a repository: owner, names and description. */
@ApplicationScoped
class RepositoryDescriptions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Stores number, name and description. When the name has changed, stores the old one as a former name. */
    void store(TrackedRepository repository, GitHubRepository found) {
        repository.identify(found.id(), found.createdAt());
        if (!repository.fullName().equals(found.fullName())) {
            entities.merge(new FormerName(repository.id(), repository.fullName(), clock.instant()));
            repository.rename(owner(found), found.name());
        }
        RepositoryDetails details = entities.find(RepositoryDetails.class, repository.id());
        if (details == null) {
            details = new RepositoryDetails(repository.id());
            entities.persist(details);
        }
        details.update(found.facts());
    }

    /** Returns the owner of a repository, whatever the case of the name; adds an unknown one. */
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

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("RepositoryDetails", "FormerName")) {
            entities.createQuery("delete from " + entity + " d where d.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
    }
}
