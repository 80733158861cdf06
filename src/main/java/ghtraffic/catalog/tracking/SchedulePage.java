package ghtraffic.catalog.tracking;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.Schedule;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The form that says how often a repository is collected. */
@Named
@RequestScoped
public class SchedulePage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositoryStore ledger;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    private @Nullable TrackedRepository repository;
    private String chosen = "";

    /** Finds the repository, if the viewer may see it. */
    @PostConstruct
    void read() {
        int id = idParameter != null && idParameter.matches("[0-9]{1,9}") ? Integer.parseInt(idParameter) : 0;
        repository = catalogue.visibleTo(viewer.get(), id).orElse(null);
    }

    /** Keeps the chosen schedule, where the viewer manages the repository. */
    public @Nullable String save() {
        if (repository == null || !catalogue.manages(viewer.get(), repository.id())) {
            return null;
        }
        ledger.schedule(repository.id(), Schedule.parse(chosen));
        return "/repository?faces-redirect=true&id=" + repository.id() + "&scheduled=true";
    }

    /** The names of the schedules. */
    public Schedule[] getSchedules() {
        return Schedule.values();
    }

    /** The repository's schedule. */
    public String getSchedule() {
        return repository == null
                ? Schedule.DEFAULT.toString()
                : repository.schedule().toString();
    }

    /** The chosen schedule; Faces takes none but those it showed. */
    public void setSchedule(String schedule) {
        chosen = schedule;
    }
}
