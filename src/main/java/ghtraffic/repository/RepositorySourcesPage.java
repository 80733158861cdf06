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

/** The top referrers and top pages of one repository, as GitHub reported them on one day. */
@Named
@RequestScoped
public class RepositorySourcesPage {

    /**
     * A row with a bar.
     *
     * @param name the name of the site, or the path of the page
     * @param title the title of the page; empty for a site
     * @param count the number of views
     * @param uniques the number of unique visitors
     * @param share the width of the bar, in percent of the longest bar
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

    /** Reads the lists of the requested day, or else of the latest day of the range that has one. */
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

    /** Returns the days of the range that have a list of referrers or paths, oldest first. */
    public List<LocalDate> getDays() {
        return days;
    }

    /** Returns the UTC day of the lists, or null if the range has none. */
    public @Nullable LocalDate getOn() {
        return on;
    }

    /** Returns the address of a path on the GitHub server. */
    public String address(String path) {
        return getServer() + path.replaceFirst("^/+", "");
    }

    /** Returns the address of the GitHub server, which ends with a slash. */
    public String getServer() {
        TrackedRepository repository = page.found();
        return repository == null ? "" : repository.host().page("");
    }

    /** Returns the top referrers, the largest first, or null if they were not collected on that day. */
    public @Nullable List<Line> getReferrers() {
        return referrers;
    }

    /** Returns the top pages, the largest first, or null if they were not collected on that day. */
    public @Nullable List<Line> getPaths() {
        return paths;
    }
}
