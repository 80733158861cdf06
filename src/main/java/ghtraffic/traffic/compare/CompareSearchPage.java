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

/** Finding one more repository for the comparison. */
@Named
@RequestScoped
public class CompareSearchPage {

    private static final int SHOWN = 10;

    /**
     * A repository that can be added.
     *
     * @param name its full name
     * @param address the comparison with it
     */
    public record Hit(String name, String address) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private ComparePage comparison;

    @Inject
    @ManagedProperty("#{param.find}")
    private @Nullable String entered;

    private String text = "";
    private List<Hit> hits = List.of();

    /** Searches. */
    @PostConstruct
    void find() {
        RepositoryFilter wanted = RepositoryFilter.called(entered);
        text = wanted.search();
        if (!text.isEmpty()) {
            List<Integer> ids = catalogue.idsVisibleTo(viewer.get(), wanted).stream()
                    .filter(id -> !comparison.ids().contains(id))
                    .limit(SHOWN)
                    .toList();
            hits = catalogue.withIds(ids).stream().map(this::hit).toList();
        }
    }

    private Hit hit(TrackedRepository repository) {
        return new Hit(repository.fullName(), comparison.with(repository.id()));
    }

    /** What the names must contain. */
    public String getText() {
        return text;
    }

    /** The first ten that are not compared yet, by name; none while nothing is searched for. */
    public List<Hit> getHits() {
        return hits;
    }
}
