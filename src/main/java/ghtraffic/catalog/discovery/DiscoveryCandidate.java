package ghtraffic.catalog.discovery;

import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.github.model.GitHubRepository;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules of discovery look at of a repository.
 *
 * @param traits what it is, as far as that is known
 */
record DiscoveryCandidate(String owner, String name, Set<Trait> traits) {

    /** What a repository can be. */
    enum Trait {
        FORK,
        ARCHIVED,
        /** Private or internal. */
        PRIVATE
    }

    static DiscoveryCandidate of(GitHubRepository repository) {
        return new DiscoveryCandidate(
                repository.owner(),
                repository.name(),
                traits(
                        repository.facts().fork(),
                        repository.facts().archived(),
                        repository.facts().hidden()));
    }

    /** Takes a tracked repository, and what GitHub said of it; null when that is not known. */
    static DiscoveryCandidate of(TrackedRepository repository, @Nullable RepositoryDescription described) {
        return new DiscoveryCandidate(
                repository.owner(),
                repository.name(),
                described == null ? Set.of() : traits(described.fork(), described.archived(), described.hidden()));
    }

    private static Set<Trait> traits(boolean fork, boolean archived, boolean hidden) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (fork) {
            traits.add(Trait.FORK);
        }
        if (archived) {
            traits.add(Trait.ARCHIVED);
        }
        if (hidden) {
            traits.add(Trait.PRIVATE);
        }
        return traits;
    }
}
