package ghtraffic.repository;

import ghtraffic.collection.runs.CollectionRun;
import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.runs.RunHistory;
import ghtraffic.collection.runs.RunStore;
import ghtraffic.collection.runs.StartOutcome;
import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The "Collect now" button of one repository, and the progress of a run that may collect it. */
@Named
@RequestScoped
public class RepositoryCollectPage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionStarter collector;

    @Inject
    private RunHistory runs;

    @Inject
    private RunStore runStore;

    @Inject
    @ManagedProperty("#{param.run}")
    private @Nullable String runParameter;

    private @Nullable CollectionRun run;

    /** Finds the run that was started from this page, or else the current run. */
    @PostConstruct
    void read() {
        run = asked().or(this::running).orElse(null);
    }

    private Optional<CollectionRun> asked() {
        int number = RepositoryPage.number(runParameter);
        return number == 0
                ? Optional.empty()
                : runs.visibleTo(viewer.get(), number).filter(this::isAboutIt);
    }

    private Optional<CollectionRun> running() {
        return page.isManaged()
                ? runStore.running().filter(this::isAboutIt).flatMap(one -> runs.visibleTo(viewer.get(), one.id()))
                : Optional.empty();
    }

    private boolean isAboutIt(CollectionRun one) {
        return one.repository() == null || one.repository() == page.getId();
    }

    /** Starts a run that collects the repository, and returns the address to show next. */
    public String collect() {
        StartOutcome start = collector.start(viewer.get(), page.getId());
        String back = "/repository?faces-redirect=true&id=" + page.getId();
        if (start instanceof StartOutcome.Started started) {
            return back + "&run=" + started.run().id();
        }
        return back
                + (start instanceof StartOutcome.AlreadyRunning
                        ? "&busy=true"
                        : start instanceof StartOutcome.Held ? "&held=true" : "&refused=true");
    }

    /**
     * Returns the run that was started from this page, even if it has ended, or else the current run if it collects
     * this repository or several; null if there is none that the viewer may see.
     */
    public @Nullable CollectionRun getRun() {
        return run;
    }
}
