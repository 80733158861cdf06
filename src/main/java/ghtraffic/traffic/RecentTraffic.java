package ghtraffic.traffic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last 14 whole UTC days of one repository.
 *
 * @param views sum of the days' page views
 * @param clones sum of the days' clones
 * @param uniqueVisitors GitHub's own figure for its last 14 days, null when not collected yesterday or today
 * @param uniqueCloners GitHub's own figure for its last 14 days, null when not collected yesterday or today
 * @param dailyViews one value a day, oldest first; null for a day that was not collected
 */
public record RecentTraffic(
        long views,
        long clones,
        @Nullable Integer uniqueVisitors,
        @Nullable Integer uniqueCloners,
        List<@Nullable Integer> dailyViews) {}
