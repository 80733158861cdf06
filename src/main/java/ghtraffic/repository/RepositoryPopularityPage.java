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

/** How popular one repository is: stars, forks, and downloads of its releases. */
@Named
@RequestScoped
public class RepositoryPopularityPage {

    private static final int FIRST_RELEASES = 10;

    /**
     * A release.
     *
     * @param tag its git tag
     * @param on the UTC day of its publication
     * @param downloads how often its files have been downloaded
     * @param gained how often in the range; null when the count before it is not known
     */
    public record Line(
            String tag,
            LocalDate on,
            long downloads,
            @Nullable Long gained) {}

    /**
     * What can be had of stars, or of forks.
     *
     * @param name the field of the API
     * @param number how many on the last collected day of the range
     * @param gained how many more than at the end of the day before the range, else of {@code since}; null where nothing else
     *     was collected
     * @param since the day after which they are counted, where that is not the one before the range; else null
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

    /** Reads the days of the range that were collected, and the releases. */
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

    /** The last day that was collected of each day, week or month of the range, oldest first. */
    public List<PopularityNumbers> getLastOfEach() {
        Interval interval = page.chosen().interval();
        Map<LocalDate, PopularityNumbers> last = new LinkedHashMap<>();
        points.forEach(point -> last.put(interval.start(point.date()), point));
        return List.copyOf(last.values());
    }

    /** Whether any day of the range was collected. */
    public boolean isCollected() {
        return !points.isEmpty();
    }

    /** Stars and forks; empty when no day was collected. */
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

    /** The latest releases with files. */
    public List<Line> getLatest() {
        return releases.subList(0, Math.min(FIRST_RELEASES, releases.size()));
    }

    /** The releases with files before those, the latest first. */
    public List<Line> getOlder() {
        return releases.subList(Math.min(FIRST_RELEASES, releases.size()), releases.size());
    }

    /** Whether there is a release with files. */
    public boolean isReleased() {
        return !releases.isEmpty();
    }

    /** Where the charts get their numbers. */
    public String getSource() {
        DateRange range = page.chosen().shown();
        return "/api/v1/repositories/" + page.getId() + "/popularity?from=" + range.from() + "&to=" + range.to();
    }
}
