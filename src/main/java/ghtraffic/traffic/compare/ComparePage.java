package ghtraffic.traffic.compare;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.RangePage;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.MultiSeries;
import ghtraffic.traffic.series.TrafficPoint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that compares up to eight repositories in one chart and one table. */
@Named
@RequestScoped
public class ComparePage {

    /** The most repositories whose lines can be told apart in one chart. */
    static final int MOST = 8;

    private static final int NOT_FOUND = 404;
    /** The longest range that is shown by day. */
    private static final int MOST_DAYS = 400;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private MultiSeries series;

    @Inject
    private RangePage ranges;

    @Inject
    @ManagedProperty("#{paramValues}")
    private Map<String, String[]> parameters;

    private List<Integer> wanted = List.of();
    private List<TrackedRepository> repositories = List.of();
    private Measure measure = Measure.VIEWS;
    private @Nullable ComparisonTable numbers;

    /** Reads the repositories and the measure from the address. */
    @PostConstruct
    void read() {
        wanted = Arrays.stream(parameters.getOrDefault("repository", new String[0]))
                .map(text -> text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0)
                .distinct()
                .toList();
        measure = Arrays.stream(parameters.getOrDefault("measure", new String[0]))
                .flatMap(word -> Measure.of(word).stream())
                .findFirst()
                .orElse(Measure.VIEWS);
    }

    /** Loads the repositories. Answers 404 if the viewer may not see one of them. */
    public void enter() throws IOException {
        Set<Integer> visible =
                wanted.isEmpty() ? Set.of() : new HashSet<>(catalog.idsVisibleTo(viewer.get(), RepositoryFilter.ALL));
        if (visible.containsAll(wanted)) {
            repositories = catalog.withIds(wanted.subList(0, Math.min(MOST, wanted.size())));
        } else {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, "There is no such repository");
            context.responseComplete();
        }
    }

    /** Returns whether the address names more repositories than the page compares. */
    public boolean isTooMany() {
        return wanted.size() > MOST;
    }

    /** Returns whether one more repository can be added. */
    public boolean isRoom() {
        return repositories.size() < MOST;
    }

    /** Returns the compared repositories, in the order of the address. */
    public List<TrackedRepository> getRepositories() {
        return repositories;
    }

    /** Returns the shape that marks the points of a line, as an SVG path. Lines are counted from 0. */
    public String mark(int line) {
        return PointMarker.of(line).path();
    }

    /** Returns the compared measure. */
    public Measure getMeasure() {
        return measure;
    }

    /** Returns the measures that can be compared. */
    public Measure[] getMeasures() {
        return Measure.values();
    }

    /** Returns the compared range. By week or month, the chosen range is extended to whole weeks or months. */
    public DateRange getRange() {
        return getInterval().whole(chosen().shown(), chosen().today());
    }

    private ResolvedRange chosen() {
        return ranges.chosen(() -> series.firstDay(ids()));
    }

    List<Integer> ids() {
        return repositories.stream().map(TrackedRepository::id).toList();
    }

    /** Returns the interval: the chosen one, or a longer one if the range has too many days to show them by day. */
    public Interval getInterval() {
        return isTooFine() ? Interval.fit(chosen().shown().days()) : chosen().interval();
    }

    /** Returns whether days were chosen for a range of more than 400 days. */
    public boolean isTooFine() {
        return chosen().interval() == Interval.DAY && chosen().shown().days() > MOST_DAYS;
    }

    /**
     * Returns whether the page compares unique visitors or cloners by month. GitHub does not report these, and daily numbers
     * do not add up to them.
     */
    public boolean isUntold() {
        return measure.isUnique() && getInterval() == Interval.MONTH;
    }

    /**
     * Returns whether the page compares unique visitors or cloners by week. These are GitHub's own numbers and are
     * missing for partial weeks.
     */
    public boolean isWeekOfPeople() {
        return measure.isUnique() && getInterval() == Interval.WEEK;
    }

    /** Returns the rows of the table, the latest first. */
    public List<ComparisonTable.Row> getRows() {
        return numbers().rows();
    }

    /** Returns whether the table has any number. */
    public boolean isCollected() {
        return numbers().isCollected();
    }

    private ComparisonTable numbers() {
        if (numbers == null) {
            Map<Integer, List<TrafficPoint>> points = series.of(ids(), getRange(), getInterval());
            numbers = ComparisonTable.of(
                    ids().stream().map(id -> points.getOrDefault(id, List.of())).toList(), measure);
        }
        return numbers;
    }

    private CompareAddress address() {
        return new CompareAddress(ids(), measure, ranges.getChoice());
    }

    String with(int repository) {
        return address().with(repository);
    }

    /** Returns the address of the comparison without one of its repositories. */
    public String without(int repository) {
        return address().without(repository);
    }

    /** Returns the address of the comparison of another measure. */
    public String by(Measure other) {
        return address().by(other);
    }

    /**
     * Returns the address of the CSV file with all numbers of these repositories, by week if the page shows weeks,
     * else by day.
     */
    public String getFile() {
        return CompareAddress.file(ids(), getRange(), getInterval());
    }
}
