package ghtraffic.collection;

import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.traffic.RecentTraffic;
import org.jspecify.annotations.Nullable;

/**
 * One repository of the overview.
 *
 * @param repository the repository
 * @param recent its last 14 whole days; null when none was collected
 * @param health how its last collection went; null when there was none
 */
public record OverviewRow(
        TrackedRepository repository,
        @Nullable RecentTraffic recent,
        @Nullable RepositoryHealth health) {

    /** The daily views as lines of an SVG drawing; empty when nothing was collected. */
    public String sparkline() {
        return recent == null ? "" : Sparkline.path(recent.dailyViews());
    }
}
