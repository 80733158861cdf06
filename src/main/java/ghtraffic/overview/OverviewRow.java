package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.traffic.series.ComparedTotals;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One repository on the overview.
 *
 * @param repository the repository
 * @param totals its traffic in the range, or null if none was collected
 * @param visitors GitHub's own number of unique visitors in 14 days, or null if it was not collected recently
 * @param stars the number of stars at the last collection, or null if it was never collected
 * @param dailyViews the views by day, oldest first, with null for each day that was not collected; null if no day was
 * @param health its health, or null if its collection was never attempted
 */
public record OverviewRow(
        TrackedRepository repository,
        @Nullable ComparedTotals totals,
        @Nullable Integer visitors,
        @Nullable Integer stars,
        @Nullable Integer @Nullable [] dailyViews,
        @Nullable RepositoryHealth health) {

    /** Returns the daily views as an SVG path; empty if no day was collected. */
    public String sparkline() {
        return dailyViews == null ? "" : Sparkline.path(Arrays.asList(dailyViews));
    }
}
