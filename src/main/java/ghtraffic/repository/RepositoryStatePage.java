package ghtraffic.repository;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryDescription;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.HealthStore;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.collection.health.RetrySchedule;
import ghtraffic.collection.warnings.CredentialWarning;
import ghtraffic.collection.warnings.CredentialWarnings;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.overview.RepositoryItem;
import ghtraffic.overview.RepositoryItems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a repository is, and how collecting it goes. */
@Named
@RequestScoped
public class RepositoryStatePage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private HealthStore health;

    @Inject
    private RepositoryItems items;

    @Inject
    private CredentialWarnings warnings;

    @Inject
    private RetrySchedule agenda;

    @Inject
    private Clock clock;

    private @Nullable RepositoryHealth state;
    private @Nullable RepositoryDescription described;
    private List<String> formerNames = List.of();
    private List<RepositoryItem.PartItem> parts = List.of();
    private List<CredentialWarning> endings = List.of();

    /** Reads it of the repository that the page is about, if the viewer may see that. */
    @PostConstruct
    void read() {
        TrackedRepository repository = page.found();
        if (repository != null) {
            int id = repository.id();
            state = health.of(List.of(id)).get(id);
            described = catalogue.described(List.of(id)).get(id);
            formerNames = catalogue.formerNames(id);
            parts = items.parts(id);
            endings = warnings.of(viewer.get(), id);
        }
    }

    /** Whether it is collected by itself. */
    public boolean isScheduled() {
        TrackedRepository repository = page.found();
        return repository != null && agenda.regular(repository, clock.instant()) != null;
    }

    /** How the last collection went; null when there was none. */
    public @Nullable RepositoryHealth getHealth() {
        return state;
    }

    /** What GitHub says of it; null when it was not collected yet. */
    public @Nullable RepositoryDescription getDescribed() {
        return described;
    }

    /** The names that it had before; empty when it had none. */
    public String getFormerNames() {
        return String.join(", ", formerNames);
    }

    /** What is asked of GitHub about it, with how that went last. */
    public List<RepositoryItem.PartItem> getParts() {
        return parts;
    }

    /** Those of the viewer's tenants that track it whose token ends soon. */
    public List<CredentialWarning> getWarnings() {
        return endings;
    }
}
