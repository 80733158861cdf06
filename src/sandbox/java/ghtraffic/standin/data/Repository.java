package ghtraffic.standin.data;

import ghtraffic.standin.http.Server;
import java.time.Instant;
import java.util.Set;

/** A repository of the sample world. */
public record Repository(
        long id, Owner owner, String name, String description, Instant created, Activity activity, Set<Trait> traits) {

    /** What sets a repository apart from an ordinary public one. */
    public enum Trait {
        PRIVATE,
        ARCHIVED,
        FORK,
        TRAFFIC_FORBIDDEN
    }

    public String fullName() {
        return owner.login() + "/" + name;
    }

    /** The same repository with the id that it has on the given server. */
    public Repository on(Server server) {
        return new Repository(server.idOf(id), owner, name, description, created, activity, traits);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
