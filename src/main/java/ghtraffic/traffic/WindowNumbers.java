package ghtraffic.traffic;

/**
 * GitHub's own totals of the 14 days before a collection.
 *
 * @param views page views
 * @param visitors different people who viewed in all 14 days
 * @param clones git clones
 * @param cloners different people who cloned in all 14 days
 */
public record WindowNumbers(int views, int visitors, int clones, int cloners) {}
