package ghtraffic.catalog.discovery;

import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.github.model.GitHubRepository;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a repository that discovery rules match.
 *
 * @param traits the known traits
 */
record DiscoveryCandidate(String owner, String name, Set<Trait> traits) {

    /** A trait of a repository. */
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

    /**
     * Returns the candidate for a tracked repository.
     *
     * @param described its description from GitHub; null when it is not known
     */
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
