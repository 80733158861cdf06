package ghtraffic.traffic;

import org.jspecify.annotations.Nullable;

/**
 * The last 14 whole UTC days of one repository.
 *
 * @param views sum of the days' page views
 * @param clones sum of the days' clones
 * @param uniqueVisitors GitHub's own figure for its last 14 days, null when not collected yesterday or today
 * @param uniqueCloners GitHub's own figure for its last 14 days, null when not collected yesterday or today
 */
public record RecentTraffic(
        long views,
        long clones,
        @Nullable Integer uniqueVisitors,
        @Nullable Integer uniqueCloners) {}
