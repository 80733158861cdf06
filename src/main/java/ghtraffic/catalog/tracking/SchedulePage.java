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

/** The form that sets how often a repository is collected. */
@Named
@RequestScoped
public class SchedulePage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositories;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    private @Nullable TrackedRepository repository;
    private String chosen = "";

    /** Reads the repository, if the viewer may see it. */
    @PostConstruct
    void read() {
        int id = idParameter != null && idParameter.matches("[0-9]{1,9}") ? Integer.parseInt(idParameter) : 0;
        repository = catalog.visibleTo(viewer.get(), id).orElse(null);
    }

    /**
     * Stores the selected schedule, if the viewer manages the repository.
     *
     * @return the page to go to; null when the viewer may not do this
     */
    public @Nullable String save() {
        if (repository == null || !catalog.manages(viewer.get(), repository.id())) {
            return null;
        }
        repositories.schedule(repository.id(), Schedule.parse(chosen));
        return "/repository?faces-redirect=true&id=" + repository.id() + "&scheduled=true";
    }

    /** Returns the schedules to choose from. */
    public Schedule[] getSchedules() {
        return Schedule.values();
    }

    /** Returns the current schedule of the repository. */
    public String getSchedule() {
        return repository == null
                ? Schedule.DEFAULT.toString()
                : repository.schedule().toString();
    }

    /** Sets the selected schedule. Faces accepts only values that the page offered. */
    public void setSchedule(String schedule) {
        chosen = schedule;
    }
}
