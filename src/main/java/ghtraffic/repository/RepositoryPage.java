package ghtraffic.repository;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.ranges.RangePage;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.series.RepositorySeries;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which repository the page is about, and which days of it. */
@Named
@RequestScoped
public class RepositoryPage {

    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositorySeries history;

    @Inject
    private RangePage range;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    private int id;
    private @Nullable TrackedRepository repository;

    /**
     * Finds the repository before anything else happens, on a form sent here as on a look: whatever this page shows or does
     * is about a repository that the viewer may see. An id that he may not see is none. The range is
     * chosen here too: what the page holds, and so which forms it takes, depends on it.
     */
    @PostConstruct
    void read() {
        repository = catalogue.visibleTo(viewer.get(), number(idParameter)).orElse(null);
        if (repository != null) {
            id = repository.id();
            chosen();
        }
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Answers that there is no such repository, where there is none. */
    public void enter() throws IOException {
        if (repository == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, "There is no such repository");
            context.responseComplete();
        }
    }

    /** The range of days, now that it is known which days there are. */
    ResolvedRange chosen() {
        return range.chosen(this::firstDay);
    }

    /** The first UTC day that was collected; null when none was. */
    @Nullable
    LocalDate firstDay() {
        return history.firstDay(id);
    }

    /** It; null when there is no such repository, as far as the viewer may know. */
    @Nullable
    TrackedRepository found() {
        return repository;
    }

    /** The repository. */
    public @Nullable TrackedRepository getRepository() {
        return repository;
    }

    /** Its number. */
    public int getId() {
        return id;
    }

    /** Its page on GitHub. */
    public String getUrl() {
        return repository == null ? "" : repository.url();
    }

    /** Whether the viewer may collect and remove it. */
    public boolean isManaged() {
        return catalogue.manages(viewer.get(), id);
    }

    /** Whether the viewer may let others see it. */
    public boolean isShareable() {
        return viewer.get().has(Role.ADMIN) && isManaged();
    }
}
