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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of up to eight repositories in one chart, and the same numbers in a table. */
@Named
@RequestScoped
public class ComparePage {

    /** The most repositories whose lines can be told apart. */
    static final int MOST = 8;

    private static final int NOT_FOUND = 404;
    private static final int MOST_DAYS = 400;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

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

    /** Reads the address. */
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

    /** Answers that there is no such repository, where the viewer may not see one of those asked for. */
    public void enter() throws IOException {
        Set<Integer> visible =
                wanted.isEmpty() ? Set.of() : new HashSet<>(catalogue.idsVisibleTo(viewer.get(), RepositoryFilter.ALL));
        if (visible.containsAll(wanted)) {
            repositories = catalogue.withIds(wanted.subList(0, Math.min(MOST, wanted.size())));
        } else {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, "There is no such repository");
            context.responseComplete();
        }
    }

    /** Whether more were asked for than can be told apart. */
    public boolean isTooMany() {
        return wanted.size() > MOST;
    }

    /** Whether one more can be added. */
    public boolean isRoom() {
        return repositories.size() < MOST;
    }

    /** The repositories, in the order of the address. */
    public List<TrackedRepository> getRepositories() {
        return repositories;
    }

    /** The shape that marks the points of a line, from 0, as the path of an SVG. */
    public String mark(int line) {
        return PointMarker.of(line).path();
    }

    /** What is compared. */
    public Measure getMeasure() {
        return measure;
    }

    /** What can be compared. */
    public Measure[] getMeasures() {
        return Measure.values();
    }

    /** The days that are compared, in whole weeks or months where it is by these. */
    public DateRange getRange() {
        return getInterval().whole(chosen().shown(), chosen().today());
    }

    private ResolvedRange chosen() {
        return ranges.chosen(() -> series.firstDay(ids()));
    }

    List<Integer> ids() {
        return repositories.stream().map(TrackedRepository::id).toList();
    }

    /** Days, weeks or months: as chosen, but no more than 400 days. */
    public Interval getInterval() {
        return isTooFine() ? Interval.fit(chosen().shown().days()) : chosen().interval();
    }

    /** Whether the days that were chosen are too many to be told apart. */
    public boolean isTooFine() {
        return chosen().interval() == Interval.DAY && chosen().shown().days() > MOST_DAYS;
    }

    /** Whether these are numbers of people over months, which do not add up. */
    public boolean isUntold() {
        return measure.isUnique() && getInterval() == Interval.MONTH;
    }

    /** Whether these are GitHub's own numbers of people in weeks, which are missing where it did not see a week whole. */
    public boolean isWeekOfPeople() {
        return measure.isUnique() && getInterval() == Interval.WEEK;
    }

    /** The numbers, the latest first. */
    public List<ComparisonTable.Row> getRows() {
        return numbers().rows();
    }

    /** Whether there is any number. */
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

    /** The address with one more repository. */
    String with(int repository) {
        List<Integer> more = new ArrayList<>(ids());
        more.add(repository);
        return address(more, measure);
    }

    /** The address without one of the repositories. */
    public String without(int repository) {
        return address(ids().stream().filter(id -> id != repository).toList(), measure);
    }

    /** The address for another number. */
    public String by(Measure other) {
        return address(ids(), other);
    }

    private String address(List<Integer> chosen, Measure shown) {
        return "/compare?" + named(chosen) + "measure=" + shown.word() + "&"
                + ranges.getChoice().query();
    }

    /** The address of all numbers of these repositories as a file, by week where they are shown so, else by day. */
    public String getFile() {
        Interval each = getInterval() == Interval.WEEK ? Interval.WEEK : Interval.DAY;
        return "/api/v1/traffic.csv?" + named(ids()) + "from=" + getRange().from() + "&to="
                + getRange().to() + "&interval=" + each;
    }

    private static String named(List<Integer> repositories) {
        return repositories.stream().map(id -> "repository=" + id + "&").collect(Collectors.joining());
    }
}
