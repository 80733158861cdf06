package ghtraffic.collection.runs;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.Page;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages for the history of collection runs and for the details of one run. */
@Named
@RequestScoped
public class CollectionsPage {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private CollectionStarter collector;

    @Inject
    private RunStore runStore;

    @Inject
    private RunHistory runs;

    @Inject
    private Catalog catalog;

    private int id;
    private int page;
    private @Nullable Page<CollectionRun> shown;
    private @Nullable CollectionRun one;
    private @Nullable CollectionRun running;
    private List<RunError> errors = List.of();
    private Set<Integer> seen = Set.of();

    /** Loads the current run. Answers 403 unless the viewer may start runs. */
    public void enter() throws IOException {
        Viewer me = viewer.get();
        if (!mayStart(me)) {
            refuse(FORBIDDEN);
            return;
        }
        running =
                runStore.running().flatMap(run -> runs.visibleTo(me, run.id())).orElse(null);
    }

    /** Loads the run for the page of details. Answers 404 unless the viewer may see it. */
    public void enterOne() throws IOException {
        Viewer me = viewer.get();
        Optional<CollectionRun> found = mayStart(me) ? runs.visibleTo(me, id) : Optional.empty();
        if (found.isEmpty()) {
            refuse(NOT_FOUND);
        }
        one = found.orElse(null);
        errors = one == null ? List.of() : runs.errors(me, one.id());
        seen = errors.isEmpty() ? Set.of() : Set.copyOf(catalog.idsVisibleTo(me, RepositoryFilter.ALL));
    }

    private static boolean mayStart(Viewer me) {
        return me.has(Role.ADMIN) || me.has(Role.SYSMAINT) || !me.managed().isEmpty();
    }

    private static void refuse(int status) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().responseSendError(status, null);
        context.responseComplete();
    }

    /**
     * Starts a run that collects all repositories that the viewer may collect, and returns the address to show next.
     */
    public String collect() {
        StartOutcome start = collector.start(viewer.get(), null);
        if (start instanceof StartOutcome.Started) {
            return "/collections?faces-redirect=true";
        }
        String why = start instanceof StartOutcome.AlreadyRunning
                ? "busy"
                : start instanceof StartOutcome.Held ? "held" : "nothing";
        return "/collections?faces-redirect=true&" + why + "=true";
    }

    /** Returns the current run if there is one that the viewer may see, else null. */
    public @Nullable CollectionRun getRunning() {
        return running;
    }

    /** Returns the current page of runs, newest first. */
    public Page<CollectionRun> getRuns() {
        if (shown == null) {
            shown = runs.visibleTo(viewer.get(), Math.max(0, page), Page.USUAL_SIZE);
        }
        return shown;
    }

    /** Returns the run whose details are shown, or null. */
    public @Nullable CollectionRun getOne() {
        return one;
    }

    /** Returns the errors of the run whose details are shown. */
    public List<RunError> getErrors() {
        return errors;
    }

    /**
     * Returns whether the viewer may open the repository of an error. Administrators also see errors of other
     * repositories.
     */
    public boolean isSeen(RunError error) {
        return seen.contains(error.id());
    }

    /** Who started a run: a person, the schedule or a timer outside. */
    public Message starter(CollectionRun run) {
        return run.startedBy().equals(run.trigger())
                ? Message.of("startedBy." + run.trigger())
                : Message.plain(run.startedBy());
    }

    /** Returns how long a run took, in seconds below one minute, else in minutes and seconds. */
    public Message duration(CollectionRun run) {
        Instant end = run.finishedAt();
        if (end == null) {
            return Message.of("duration.running");
        }
        long seconds = Duration.between(run.startedAt(), end).toSeconds();
        return seconds < 60
                ? Message.of("duration.seconds", Math.max(1, seconds))
                : Message.of("duration.minutes", seconds / 60, seconds % 60);
    }

    /** Returns the id of the requested run. */
    public int getId() {
        return id;
    }

    public void setId(int id) {
        this.id = id;
    }

    /** Returns the number of the page, from 0. */
    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
