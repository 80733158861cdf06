package ghtraffic.traffic;

/**
 * Sums over days and repositories. There are none of uniques, because those do not add up.
 *
 * @param views page views
 * @param clones git clones
 */
public record Totals(long views, long clones) {}
