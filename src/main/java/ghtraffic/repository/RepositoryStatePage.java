package ghtraffic.repository;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.PartStatus;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.collection.health.RetrySchedule;
import ghtraffic.collection.warnings.CredentialWarning;
import ghtraffic.collection.warnings.CredentialWarnings;
import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of one repository and the status of its collection. */
@Named
@RequestScoped
public class RepositoryStatePage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private HealthStore health;

    @Inject
    private CredentialWarnings warnings;

    @Inject
    private RetrySchedule agenda;

    @Inject
    private Clock clock;

    private @Nullable RepositoryHealth state;
    private @Nullable RepositoryDescription described;
    private List<String> formerNames = List.of();
    private List<PartStatus> parts = List.of();
    private List<CredentialWarning> endings = List.of();

    /** Reads the data of the page's repository, if the viewer may see it. */
    @PostConstruct
    void read() {
        TrackedRepository repository = page.found();
        if (repository != null) {
            int id = repository.id();
            state = health.of(List.of(id)).get(id);
            described = catalog.descriptions(List.of(id)).get(id);
            formerNames = catalog.formerNames(id);
            parts = List.copyOf(health.parts(id).values());
            endings = warnings.of(viewer.get(), id);
        }
    }

    /** Returns whether the repository is collected by a schedule. */
    public boolean isScheduled() {
        TrackedRepository repository = page.found();
        return repository != null && agenda.nextRegular(repository, clock.instant()) != null;
    }

    /** Returns how the last collection went, or null if there was none. */
    public @Nullable RepositoryHealth getHealth() {
        return state;
    }

    /** Returns the description from GitHub, or null if the repository was never collected. */
    public @Nullable RepositoryDescription getDescribed() {
        return described;
    }

    /** Returns the former full names, separated by commas; empty if there are none. */
    public String getFormerNames() {
        return String.join(", ", formerNames);
    }

    /** Returns the status of each part that GitHub was asked for. */
    public List<PartStatus> getParts() {
        return parts;
    }

    /** Returns warnings about tokens that expire soon, of those of the viewer's tenants that track the repository. */
    public List<CredentialWarning> getWarnings() {
        return endings;
    }
}
