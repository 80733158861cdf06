package ghtraffic.traffic.series;

import org.jspecify.annotations.Nullable;

/**
 * Sums over days and repositories. There are none of uniques, because those do not add up.
 *
 * @param views page views; null where none were collected
 * @param clones git clones; null where none were collected
 */
public record Totals(@Nullable Long views, @Nullable Long clones) {}
