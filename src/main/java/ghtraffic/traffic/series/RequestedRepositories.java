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

/** Which of the repositories that a viewer may see he asks for. */
@ApplicationScoped
public class RequestedRepositories {

    @Inject
    private Catalog catalogue;

    /**
     * Their ids, by name.
     *
     * @param tenant leaves those that this tenant tracks; null for all
     * @param wanted the ids asked for; empty for all
     * @return empty when one of those asked for is not among what the viewer may see and the tenant tracks
     */
    Optional<List<Integer>> ids(Viewer viewer, @Nullable Integer tenant, Collection<Integer> wanted) {
        return ids(viewer, new RepositoryFilter("", tenant), wanted);
    }

    /**
     * Their ids, by name.
     *
     * @param selection leaves those that are called so and that the tenant tracks
     * @param wanted the ids asked for; empty for all
     * @return empty when one of those asked for is not among what the viewer may see and the selection leaves
     */
    public Optional<List<Integer>> ids(Viewer viewer, RepositoryFilter selection, Collection<Integer> wanted) {
        Set<Integer> visible = new LinkedHashSet<>(catalogue.idsVisibleTo(viewer, selection));
        if (!visible.containsAll(wanted)) {
            return Optional.empty();
        }
        if (!wanted.isEmpty()) {
            visible.retainAll(new HashSet<>(wanted));
        }
        return Optional.of(List.copyOf(visible));
    }
}
