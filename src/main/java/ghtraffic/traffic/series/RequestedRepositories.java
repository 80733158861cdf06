package ghtraffic.traffic.series;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Selects the repositories that a request names, out of those that the viewer may see. */
@ApplicationScoped
public class RequestedRepositories {

    @Inject
    private Catalog catalog;

    /**
     * Returns the ids of the selected repositories, by name.
     *
     * @param tenant the tenant that must track them; null for any
     * @param wanted the requested ids; empty for all
     * @return empty when a requested repository is not one that the viewer may see and the tenant tracks
     */
    Optional<List<Integer>> ids(Viewer viewer, @Nullable Integer tenant, Collection<Integer> wanted) {
        return ids(viewer, new RepositoryFilter("", tenant), wanted);
    }

    /**
     * Returns the ids of the selected repositories, by name.
     *
     * @param selection the filter that they must match
     * @param wanted the requested ids; empty for all
     * @return empty when a requested repository is not one that the viewer may see and the filter matches
     */
    public Optional<List<Integer>> ids(Viewer viewer, RepositoryFilter selection, Collection<Integer> wanted) {
        Set<Integer> visible = new LinkedHashSet<>(catalog.idsVisibleTo(viewer, selection));
        if (!visible.containsAll(wanted)) {
            return Optional.empty();
        }
        if (!wanted.isEmpty()) {
            visible.retainAll(new HashSet<>(wanted));
        }
        return Optional.of(List.copyOf(visible));
    }
}
