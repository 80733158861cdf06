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

/** The repositories on the search page. The bean {@code frame} finds the pages of the application. */
@Named
@RequestScoped
public class SearchPage {

    private static final int SHOWN = 50;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    private RepositoryFilter wanted = RepositoryFilter.ALL;
    private @Nullable List<Integer> found;
    private @Nullable List<TrackedRepository> repositories;

    /** Returns the first 50 matching repositories by name; none when the search text is empty. */
    public List<TrackedRepository> getRepositories() {
        if (repositories == null) {
            repositories = catalog.withIds(found().subList(0, Math.min(SHOWN, found().size())));
        }
        return repositories;
    }

    private List<Integer> found() {
        if (found == null) {
            found = getText().isEmpty() ? List.of() : catalog.idsVisibleTo(viewer.get(), wanted);
        }
        return found;
    }

    /** Returns how many more repositories match. */
    public int getMore() {
        return Math.max(0, found().size() - SHOWN);
    }

    /** Returns the search text. */
    public String getText() {
        return wanted.search();
    }

    /** Sets the text that names must contain. Only its first 140 characters are used. */
    public void setText(@Nullable String entered) {
        wanted = RepositoryFilter.called(entered);
    }
}
