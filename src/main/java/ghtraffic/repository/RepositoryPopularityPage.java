package ghtraffic.repository;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.popularity.PopularityNumbers;
import ghtraffic.traffic.popularity.PopularityStore;
import ghtraffic.traffic.releases.ReleaseHistory;
import ghtraffic.traffic.releases.ReleaseItem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The popularity of one repository: stars, forks, and downloads of its releases. */
@Named
@RequestScoped
public class RepositoryPopularityPage {

    private static final int FIRST_RELEASES = 10;

    /**
     * A release in the table.
     *
     * @param tag the Git tag of the release
     * @param on the UTC day on which it was published
     * @param downloads the number of downloads of all its files
     * @param gained the number of downloads in the range, or null if the number before the range is not known
     */
    public record Line(
            String tag,
            LocalDate on,
            long downloads,
            @Nullable Long gained) {}

    /**
     * The number of stars or of forks.
     *
     * @param name the name of the field in the API
     * @param number the number on the last collected day of the range
     * @param gained the change since the day before the range or, if that is not known, since {@code since}; null if
     *     only
     *     one day was collected
     * @param since the day from which the change is counted if it is not the day before the range, else null
     */
    public record Kind(
            String name,
            int number,
            @Nullable Integer gained,
            @Nullable LocalDate since) {}

    @Inject
    private RepositoryPage page;

    @Inject
    private PopularityStore popularity;

    @Inject
    private ReleaseHistory history;

    private List<PopularityNumbers> points = List.of();
    private @Nullable PopularityNumbers before;
    private List<Line> releases = List.of();

    /** Reads the collected days of the range, and the releases. */
    @PostConstruct
    void read() {
        if (page.found() != null) {
            DateRange range = page.chosen().shown();
            points = popularity.series(page.getId(), range);
            before = popularity.before(page.getId(), range.from()).orElse(null);
            releases = history.releases(page.getId()).stream()
                    .filter(release -> !release.assets().isEmpty())
                    .map(release -> line(release, range))
                    .toList();
        }
    }

    private static Line line(ReleaseItem release, DateRange range) {
        LocalDate on = LocalDate.ofInstant(release.publishedAt(), ZoneOffset.UTC);
        long downloads = 0;
        Long gained = 0L;
        for (ReleaseItem.Asset asset : release.assets()) {
            Long now = asset.at(LocalDate.MAX);
            Long end = asset.at(range.to());
            Long start = on.isBefore(range.from()) ? asset.at(range.from().minusDays(1)) : Long.valueOf(0);
            downloads += now == null ? 0 : now;
            gained = gained == null || end == null || start == null ? null : Long.valueOf(gained + end - start);
        }
        return new Line(release.tag(), on, downloads, gained);
    }

    /** Returns the numbers of the last collected day in each day, week or month of the range, oldest first. */
    public List<PopularityNumbers> getLastOfEach() {
        Interval interval = page.chosen().interval();
        Map<LocalDate, PopularityNumbers> last = new LinkedHashMap<>();
        points.forEach(point -> last.put(interval.start(point.date()), point));
        return List.copyOf(last.values());
    }

    /** Returns whether any day of the range was collected. */
    public boolean isCollected() {
        return !points.isEmpty();
    }

    /** Returns the numbers of stars and of forks; empty if no day was collected. */
    public List<Kind> getKinds() {
        return points.isEmpty()
                ? List.of()
                : List.of(kind("stars", PopularityNumbers::stars), kind("forks", PopularityNumbers::forks));
    }

    private Kind kind(String name, ToIntFunction<PopularityNumbers> field) {
        PopularityNumbers start = before == null ? points.get(0) : before;
        PopularityNumbers end = points.get(points.size() - 1);
        int number = field.applyAsInt(end);
        return new Kind(
                name,
                number,
                start.equals(end) ? null : Integer.valueOf(number - field.applyAsInt(start)),
                start.date().equals(page.chosen().shown().from().minusDays(1)) ? null : start.date());
    }

    /** Returns the latest ten releases that have files. */
    public List<Line> getLatest() {
        return releases.subList(0, Math.min(FIRST_RELEASES, releases.size()));
    }

    /** Returns the older releases that have files, the latest first. */
    public List<Line> getOlder() {
        return releases.subList(Math.min(FIRST_RELEASES, releases.size()), releases.size());
    }

    /** Returns whether there is a release that has files. */
    public boolean isReleased() {
        return !releases.isEmpty();
    }

    /** Returns the API address from which the charts load their numbers. */
    public String getSource() {
        DateRange range = page.chosen().shown();
        return "/api/v1/repositories/" + page.getId() + "/popularity?from=" + range.from() + "&to=" + range.to();
    }
}
