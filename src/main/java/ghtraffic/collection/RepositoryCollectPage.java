package ghtraffic.collection;

import ghtraffic.identity.CurrentViewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The button that collects one repository now, and how that goes. */
@Named
@RequestScoped
public class RepositoryCollectPage {

    @Inject
    private RepositoryPage page;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Collector collector;

    @Inject
    private Runs runs;

    @Inject
    @ManagedProperty("#{param.run}")
    private @Nullable String runParameter;

    private @Nullable CollectionRun started;

    /** Finds the run that was started from this page, if the viewer may see it. */
    @PostConstruct
    void read() {
        int run = RepositoryPage.number(runParameter);
        started = run == 0 ? null : runs.visibleTo(viewer.get(), run).orElse(null);
    }

    /** Starts a collection of the repository. */
    public String collect() {
        Start start = collector.start(viewer.get(), page.getId());
        String back = "/repository?faces-redirect=true&id=" + page.getId();
        if (start instanceof Start.Started started) {
            return back + "&run=" + started.run().id();
        }
        return back + (start instanceof Start.AlreadyRunning ? "&busy=true" : "&refused=true");
    }

    /** The run that was started from this page; null when there is none. */
    public @Nullable CollectionRun getStarted() {
        return started;
    }
}
