package ghtraffic.repository;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.ranges.DateRange;
import ghtraffic.traffic.sources.PathItem;
import ghtraffic.traffic.sources.ReferrerItem;
import ghtraffic.traffic.sources.SourceList;
import ghtraffic.traffic.sources.SourceStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the visitors of one repository came from and what they looked at, as GitHub listed it on one day. */
@Named
@RequestScoped
public class RepositorySourcesPage {

    /**
     * A line with a bar.
     *
     * @param name a site or a path
     * @param title what a page is called, else empty
     * @param count views
     * @param uniques different people
     * @param share the bar's width, in percent of the longest
     */
    public record Line(String name, String title, int count, int uniques, int share) {}

    @Inject
    private RepositoryPage page;

    @Inject
    private SourceStore snapshots;

    @Inject
    @ManagedProperty("#{param.on}")
    private @Nullable String onParameter;

    private List<LocalDate> days = List.of();
    private @Nullable LocalDate on;
    private @Nullable List<Line> referrers;
    private @Nullable List<Line> paths;

    /** Reads the lists of the day that was asked for, else of the newest of the range. */
    @PostConstruct
    void read() {
        TrackedRepository repository = page.found();
        if (repository == null) {
            return;
        }
        days = snapshots.days(repository.id(), page.chosen().shown());
        if (days.isEmpty()) {
            return;
        }
        LocalDate day = days.stream()
                .filter(one -> one.toString().equals(onParameter))
                .findFirst()
                .orElse(days.get(days.size() - 1));
        on = day;
        DateRange only = new DateRange(day, day);
        referrers = lines(snapshots.referrers(repository.id(), only), ReferrerItem::count, RepositorySourcesPage::line);
        paths = lines(snapshots.paths(repository.id(), only), PathItem::count, RepositorySourcesPage::line);
    }

    private interface Counting<T> {
        int of(T item);
    }

    private interface Drawing<T> {
        Line line(T item, int share);
    }

    private static <T> @Nullable List<Line> lines(List<SourceList<T>> lists, Counting<T> counting, Drawing<T> drawing) {
        if (lists.isEmpty()) {
            return null;
        }
        List<T> items = lists.get(0).items();
        int most = items.stream().mapToInt(counting::of).max().orElse(0);
        return items.stream()
                .map(item -> drawing.line(item, most == 0 ? 0 : Math.round(100f * counting.of(item) / most)))
                .toList();
    }

    private static Line line(ReferrerItem item, int share) {
        return new Line(item.referrer(), "", item.count(), item.uniques(), share);
    }

    private static Line line(PathItem item, int share) {
        return new Line(item.path(), item.title(), item.count(), item.uniques(), share);
    }

    /** The days of the range that have a list of either kind, oldest first. */
    public List<LocalDate> getDays() {
        return days;
    }

    /** The day of the lists; null when the range has none. */
    public @Nullable LocalDate getOn() {
        return on;
    }

    /** Where a path leads on GitHub. */
    public String address(String path) {
        return getServer() + path.replaceFirst("^/+", "");
    }

    /** The address of the GitHub server, with a slash at its end. */
    public String getServer() {
        TrackedRepository repository = page.found();
        return repository == null ? "" : repository.host().page("");
    }

    /** The sites, the largest first; null when they were not collected on that day. */
    public @Nullable List<Line> getReferrers() {
        return referrers;
    }

    /** The paths, the largest first; null when they were not collected on that day. */
    public @Nullable List<Line> getPaths() {
        return paths;
    }
}
