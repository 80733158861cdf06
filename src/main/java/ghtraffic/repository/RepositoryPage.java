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

/** The repository and the range that the page shows. */
@Named
@RequestScoped
public class RepositoryPage {

    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

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
     * Finds the repository before anything else happens, also when a form is submitted. So the page shows and changes
     * only a repository that the viewer may see; any other id counts as unknown. The range is chosen here too,
     * because the parts of the page, and so the forms that it accepts, depend on it.
     */
    @PostConstruct
    void read() {
        repository = catalog.visibleTo(viewer.get(), number(idParameter)).orElse(null);
        if (repository != null) {
            id = repository.id();
            chosen();
        }
    }

    /** Reads a number of at most nine digits; returns 0 for any other text or null. */
    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Answers 404 if there is no such repository or the viewer may not see it. */
    public void enter() throws IOException {
        if (repository == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, "There is no such repository");
            context.responseComplete();
        }
    }

    /** Returns the range, which may depend on the first collected day of the repository. */
    ResolvedRange chosen() {
        return range.chosen(this::firstDay);
    }

    /** Returns the first UTC day that was collected, or null if none was. */
    @Nullable
    LocalDate firstDay() {
        return history.firstDay(id);
    }

    /** Returns the repository; null if there is none or the viewer may not see it. */
    @Nullable
    TrackedRepository found() {
        return repository;
    }

    /** Returns the repository; null if there is none or the viewer may not see it. */
    public @Nullable TrackedRepository getRepository() {
        return repository;
    }

    /** Returns the id of the repository; 0 if there is none. */
    public int getId() {
        return id;
    }

    /** Returns the address of the repository's page on GitHub. */
    public String getUrl() {
        return repository == null ? "" : repository.url();
    }

    /** Returns whether the viewer may collect the repository and stop tracking it. */
    public boolean isManaged() {
        return catalog.manages(viewer.get(), id);
    }

    /** Returns whether the viewer may share the repository. */
    public boolean isShareable() {
        return viewer.get().has(Role.ADMIN) && isManaged();
    }
}
