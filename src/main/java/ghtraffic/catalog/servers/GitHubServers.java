package ghtraffic.catalog.servers;

import ghtraffic.audit.AuditLog;
import ghtraffic.catalog.GitHubServer;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.github.servers.AllowedServers;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Stores the GitHub servers whose repositories may be tracked. */
@ApplicationScoped
class GitHubServers {

    /** The outcome of adding a server. */
    sealed interface Addition {

        /** The server was added. */
        record Added(GitHubServer server) implements Addition {}

        /** The server was already in the list. */
        record Known(GitHubServer server) implements Addition {}

        /** The text is not a host name, with the reason for users. */
        record NoName(Message reason) implements Addition {}

        /** This application may not call the server, with the reason for users. */
        record NotAllowed(Message reason) implements Addition {}
    }

    /** The outcome of removing a server. */
    enum Removal {
        REMOVED,
        UNKNOWN,
        /** A repository of the server is tracked or its history is kept, or the server is github.com. */
        IN_USE
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private AllowedServers allowed;

    @Inject
    private AuditLog audit;

    /** Returns all servers by number, github.com included. */
    @Transactional
    List<GitHubServer> all() {
        return entities.createQuery("select s from GitHubServer s order by s.id", GitHubServer.class)
                .getResultList();
    }

    /** Adds a server unless its name resolves to an address that this application may not call. Resolves the name. */
    @Transactional
    Addition add(GitHubHost host) {
        Optional<AllowedServers.Refused> refused = allowed.refusal(host);
        if (refused.isPresent()) {
            Message reason = refused.get().reason();
            return allowed.isValidName(host) ? new Addition.NotAllowed(reason) : new Addition.NoName(reason);
        }
        repositories.lock();
        List<GitHubServer> known = all();
        Optional<GitHubServer> same =
                known.stream().filter(one -> one.host().equals(host)).findFirst();
        if (same.isPresent()) {
            return new Addition.Known(same.get());
        }
        int last = known.stream().mapToInt(GitHubServer::id).max().orElse(GitHubServer.GITHUB_COM);
        GitHubServer added = new GitHubServer(last + 1, host.name());
        entities.persist(added);
        audit.add("github-server.add", Message.plain(host.name()), null, null);
        return new Addition.Added(added);
    }

    /** Removes a server if no repository in the catalog is on it. */
    @Transactional
    Removal remove(int id) {
        repositories.lock();
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
        audit.add("github-server.remove", Message.plain(server.host().name()), null, null);
        entities.remove(server);
        return Removal.REMOVED;
    }
}
