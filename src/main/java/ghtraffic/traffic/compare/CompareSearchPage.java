package ghtraffic.traffic.compare;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search for one more repository to compare. */
@Named
@RequestScoped
public class CompareSearchPage {

    private static final int SHOWN = 10;

    /**
     * A repository that can be added.
     *
     * @param name the full name of the repository
     * @param address the address of the comparison with this repository
     */
    public record Hit(String name, String address) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private ComparePage comparison;

    @Inject
    @ManagedProperty("#{param.find}")
    private @Nullable String entered;

    private String text = "";
    private List<Hit> hits = List.of();

    /** Searches for the entered text. */
    @PostConstruct
    void find() {
        RepositoryFilter wanted = RepositoryFilter.called(entered);
        text = wanted.search();
        if (!text.isEmpty()) {
            List<Integer> ids = catalog.idsVisibleTo(viewer.get(), wanted).stream()
                    .filter(id -> !comparison.ids().contains(id))
                    .limit(SHOWN)
                    .toList();
            hits = catalog.withIds(ids).stream().map(this::hit).toList();
        }
    }

    private Hit hit(TrackedRepository repository) {
        return new Hit(repository.fullName(), comparison.with(repository.id()));
    }

    /** Returns the text that the names must contain. */
    public String getText() {
        return text;
    }

    /** Returns the first ten matching repositories that are not compared yet, by name; none without a search. */
    public List<Hit> getHits() {
        return hits;
    }
}
