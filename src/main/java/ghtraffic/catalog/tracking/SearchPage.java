package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The repositories that a search finds. The pages are the frame's business. */
@Named
@RequestScoped
public class SearchPage {

    private static final int SHOWN = 50;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    private RepositoryFilter wanted = RepositoryFilter.ALL;
    private @Nullable List<Integer> found;
    private @Nullable List<TrackedRepository> repositories;

    /** The first of them by name; none while nothing is searched for. */
    public List<TrackedRepository> getRepositories() {
        if (repositories == null) {
            repositories = catalogue.withIds(found().subList(0, Math.min(SHOWN, found().size())));
        }
        return repositories;
    }

    private List<Integer> found() {
        if (found == null) {
            found = getText().isEmpty() ? List.of() : catalogue.idsVisibleTo(viewer.get(), wanted);
        }
        return found;
    }

    /** How many more there are. */
    public int getMore() {
        return Math.max(0, found().size() - SHOWN);
    }

    /** What names must contain. */
    public String getText() {
        return wanted.search();
    }

    /** What names must contain; its first 140 characters count. */
    public void setText(@Nullable String entered) {
        wanted = RepositoryFilter.called(entered);
    }
}
