package ghtraffic.traffic.daily;

import java.time.LocalDate;

/**
 * What one collection saw of one day or week.
 *
 * @param start the UTC day, or the Monday of the week
 * @param views page views
 * @param visitors different people who viewed; does not add up over days
 * @param viewsCovered how much of the views was seen
 * @param clones git clones
 * @param cloners different people who cloned; does not add up over days
 * @param clonesCovered how much of the clones was seen
 */
public record PeriodNumbers(
        LocalDate start,
        int views,
        int visitors,
        Coverage viewsCovered,
        int clones,
        int cloners,
        Coverage clonesCovered) {

    /** Numbers of which nothing is missing. */
    public static PeriodNumbers whole(LocalDate start, int views, int visitors, int clones, int cloners) {
        return of(start, views, visitors, clones, cloners, Coverage.WHOLE);
    }

    /** Numbers that are covered alike. */
    public static PeriodNumbers of(
            LocalDate start, int views, int visitors, int clones, int cloners, Coverage covered) {
        return new PeriodNumbers(start, views, visitors, covered, clones, cloners, covered);
    }
}
