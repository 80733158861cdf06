package ghtraffic.traffic.series;

import org.jspecify.annotations.Nullable;

/**
 * Sums over days and repositories. Unique visitors and cloners have no sums, because they do not add up.
 *
 * @param views page views; null when none were collected
 * @param clones git clones; null when none were collected
 */
public record Totals(@Nullable Long views, @Nullable Long clones) {}
