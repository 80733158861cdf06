package ghtraffic.catalog.servers;

import ghtraffic.audit.AuditLog;
import ghtraffic.catalog.GitHubServer;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.github.servers.AllowedServers;
import ghtraffic.github.servers.GitHubHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The GitHub servers that repositories may be tracked of. */
@ApplicationScoped
class GitHubServers {

    /** What became of the wish to add one. */
    sealed interface Addition {

        /** It may be used now. */
        record Added(GitHubServer server) implements Addition {}

        /** It is there already. */
        record Known(GitHubServer server) implements Addition {}

        /** The name is none, in words for people. */
        record NoName(String reason) implements Addition {}

        /** It may not be called, in words for people. */
        record NotAllowed(String reason) implements Addition {}
    }

    /** What became of the wish to remove one. */
    enum Removal {
        REMOVED,
        UNKNOWN,
        /** A repository is on it, tracked or with a history that is kept; or it is github.com. */
        IN_USE
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RepositoryStore ledger;

    @Inject
    private AllowedServers allowed;

    @Inject
    private AuditLog audit;

    /** All, by number; github.com is among them. */
    @Transactional
    List<GitHubServer> all() {
        return entities.createQuery("select s from GitHubServer s order by s.id", GitHubServer.class)
                .getResultList();
    }

    /** Adds one, unless its name leads to where this server may not call. Looks the name up. */
    @Transactional
    Addition add(GitHubHost host) {
        Optional<AllowedServers.Refused> refused = allowed.refusal(host);
        if (refused.isPresent()) {
            String reason = refused.get().reason();
            return allowed.isName(host) ? new Addition.NotAllowed(reason) : new Addition.NoName(reason);
        }
        ledger.lock();
        List<GitHubServer> known = all();
        Optional<GitHubServer> same =
                known.stream().filter(one -> one.host().equals(host)).findFirst();
        if (same.isPresent()) {
            return new Addition.Known(same.get());
        }
        int last = known.stream().mapToInt(GitHubServer::id).max().orElse(GitHubServer.GITHUB_COM);
        GitHubServer added = new GitHubServer(last + 1, host.name());
        entities.persist(added);
        audit.add("github-server.add", host.name(), null, null);
        return new Addition.Added(added);
    }

    /** Removes one that no repository is on. */
    @Transactional
    Removal remove(int id) {
        ledger.lock();
        GitHubServer server = entities.find(GitHubServer.class, id);
        if (server == null) {
            return Removal.UNKNOWN;
        }
        Long used = entities.createQuery("select count(r) from TrackedRepository r where r.server.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used > 0 || id == GitHubServer.GITHUB_COM) {
            return Removal.IN_USE;
        }
        audit.add("github-server.remove", server.host().name(), null, null);
        entities.remove(server);
        return Removal.REMOVED;
    }
}
