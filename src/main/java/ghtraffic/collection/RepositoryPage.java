package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Grants;
import ghtraffic.identity.Role;
import ghtraffic.traffic.Interval;
import ghtraffic.traffic.Range;
import ghtraffic.traffic.RecentTraffic;
import ghtraffic.traffic.TrafficHistory;
import ghtraffic.traffic.TrafficPoint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One repository: figures, chart and table. */
@Named
@RequestScoped
public class RepositoryPage {

    private static final String USUAL_DAYS = "28";
    private static final int NOT_FOUND = 404;

    /**
     * A range to choose.
     *
     * @param days how many days before today, or {@code all}
     * @param label in words
     */
    public record Preset(String days, String label) {}

    private static final List<Preset> PRESETS = List.of(
            new Preset("7", "7 days"),
            new Preset("14", "14 days"),
            new Preset("28", "28 days"),
            new Preset("91", "91 days"),
            new Preset("365", "12 months"),
            new Preset("all", "All"));

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalogue catalogue;

    @Inject
    private TrafficHistory history;

    @Inject
    private Collector collector;

    @Inject
    private Runs runs;

    @Inject
    private Grants grants;

    @Inject
    @ManagedProperty("#{param.id}")
    private @Nullable String idParameter;

    @Inject
    @ManagedProperty("#{param.days}")
    private @Nullable String daysParameter;

    @Inject
    @ManagedProperty("#{param.run}")
    private @Nullable String runParameter;

    private int id;
    private String days = USUAL_DAYS;
    private int run;
    private String email = "";
    private @Nullable TrackedRepository repository;
    private @Nullable List<TrafficPoint> points;
    private @Nullable Range range;
    private @Nullable CollectionRun started;
    private Map<Integer, RecentTraffic> recent = Map.of();

    /**
     * Finds the repository before anything else happens, on a form sent here as on a look: whatever this page shows or does
     * is about a repository that the viewer may see. An id that he may not see is none.
     */
    @PostConstruct
    void read() {
        days = daysParameter != null && daysParameter.matches("all|[1-9][0-9]{0,2}") ? daysParameter : USUAL_DAYS;
        repository = catalogue.visibleTo(viewer.get(), number(idParameter)).orElse(null);
        if (repository != null) {
            id = repository.id();
            run = number(runParameter);
            recent = history.recent(List.of(id));
            started = run == 0 ? null : runs.visibleTo(viewer.get(), run).orElse(null);
        }
    }

    private static int number(@Nullable String text) {
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

    /** Starts a collection of it. */
    public String collect() {
        Start start = collector.start(viewer.get(), id);
        String back = "/repository?faces-redirect=true&id=" + id + "&days=" + days;
        if (start instanceof Start.Started started) {
            return back + "&run=" + started.run().id();
        }
        return back + (start instanceof Start.AlreadyRunning ? "&busy=true" : "&refused=true");
    }

    /** Lets somebody see it. */
    public @Nullable String share() {
        boolean shared = isShareable()
                && catalogue.subscribers(List.of(id)).getOrDefault(id, List.of()).stream()
                        .filter(viewer.get()::manages)
                        .findFirst()
                        .map(tenant -> grants.letSee(email, tenant, id))
                        .orElse(false);
        if (shared) {
            return "/repository?faces-redirect=true&id=" + id + "&days=" + days + "&shared=true";
        }
        FacesContext.getCurrentInstance()
                .addMessage(
                        "share:email",
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, "This is no e-mail address.", null));
        return null;
    }

    /** The repository. */
    public @Nullable TrackedRepository getRepository() {
        return repository;
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

    /** The chosen range of days, today included. */
    public Range getRange() {
        if (range == null) {
            range = chosenRange();
        }
        return range;
    }

    private Range chosenRange() {
        LocalDate today = history.today();
        if (days.equals("all")) {
            LocalDate first = history.firstDay(id);
            LocalDate earliest = today.minusYears(10);
            return new Range(first == null ? today.minusDays(28) : first.isBefore(earliest) ? earliest : first, today);
        }
        return new Range(today.minusDays(Integer.parseInt(days)), today);
    }

    /** The days of the range, newest first. */
    public List<TrafficPoint> getPoints() {
        if (points == null) {
            List<TrafficPoint> newest = new ArrayList<>(history.series(id, getRange(), Interval.DAY));
            Collections.reverse(newest);
            points = newest;
        }
        return points;
    }

    /** Views of the range without today. */
    public long getViews() {
        return getPoints().stream()
                .skip(1)
                .mapToLong(point -> orZero(point.views()))
                .sum();
    }

    /** Clones of the range without today. */
    public long getClones() {
        return getPoints().stream()
                .skip(1)
                .mapToLong(point -> orZero(point.clones()))
                .sum();
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    /** Whether any day of the range was collected. */
    public boolean isCollected() {
        return getPoints().stream().anyMatch(TrafficPoint::collected);
    }

    /** The last 14 whole days with GitHub's own uniques; null when none was collected. */
    public @Nullable RecentTraffic getRecent() {
        return recent.get(id);
    }

    /** The run that was started from this page, if the viewer may see it; else null. */
    public @Nullable CollectionRun getStarted() {
        return started;
    }

    /** It; null when there is no such repository, as far as the viewer may know. */
    @Nullable
    TrackedRepository found() {
        return repository;
    }

    /** Its number. */
    public int getId() {
        return id;
    }

    /** How many days before today, or {@code all}. */
    public String getDays() {
        return days;
    }

    /** The run that was started from this page, 0 for none. */
    public int getRun() {
        return run;
    }

    /** The ranges to choose from. */
    public List<Preset> getPresets() {
        return PRESETS;
    }

    /** Whom to let see it. */
    public String getEmail() {
        return email;
    }

    /** Whom to let see it. */
    public void setEmail(String email) {
        this.email = email;
    }
}
