package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.health.RepositoryHealth;
import ghtraffic.traffic.series.ComparedTotals;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One repository of the overview.
 *
 * @param repository the repository
 * @param totals its traffic in the range; null when none of it was collected
 * @param visitors GitHub's unique visitors of 14 days, null when not collected lately
 * @param stars how many starred it when it was collected last, null when it never was
 * @param dailyViews its views by day, oldest first, null for a day that was not collected; null when there is none
 * @param health how its last collection went; null when there was none
 */
public record OverviewRow(
        TrackedRepository repository,
        @Nullable ComparedTotals totals,
        @Nullable Integer visitors,
        @Nullable Integer stars,
        @Nullable Integer @Nullable [] dailyViews,
        @Nullable RepositoryHealth health) {

    /** The daily views as lines of an SVG drawing; empty when nothing was collected. */
    public String sparkline() {
        return dailyViews == null ? "" : Sparkline.path(Arrays.asList(dailyViews));
    }
}
