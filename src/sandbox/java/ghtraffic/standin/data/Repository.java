package ghtraffic.standin.data;

import ghtraffic.standin.http.Server;
import java.time.Instant;
import java.util.Set;

/** A repository of the sample data. */
public record Repository(
        long id, Owner owner, String name, String description, Instant created, Activity activity, Set<Trait> traits) {

    /** Properties that distinguish a repository from an ordinary public one. */
    public enum Trait {
        PRIVATE,
        ARCHIVED,
        FORK,
        TRAFFIC_FORBIDDEN
    }

    public String fullName() {
        return owner.login() + "/" + name;
    }

    /** Returns the same repository with its id on this server. */
    public Repository on(Server server) {
        return new Repository(server.idOf(id), owner, name, description, created, activity, traits);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
