package ghtraffic.traffic.daily;

import java.time.LocalDate;

/**
 * The numbers of one day or week, as one collection reported them.
 *
 * @param start the UTC day, or the Monday of the week
 * @param views page views
 * @param visitors unique visitors; they do not add up over days
 * @param viewsCovered how much of the views was collected
 * @param clones git clones
 * @param cloners unique cloners; they do not add up over days
 * @param clonesCovered how much of the clones was collected
 */
public record PeriodNumbers(
        LocalDate start,
        int views,
        int visitors,
        Coverage viewsCovered,
        int clones,
        int cloners,
        Coverage clonesCovered) {

    /** Returns numbers of a day or week that was collected completely. */
    public static PeriodNumbers whole(LocalDate start, int views, int visitors, int clones, int cloners) {
        return of(start, views, visitors, clones, cloners, Coverage.WHOLE);
    }

    /** Returns numbers with the same coverage for views and clones. */
    public static PeriodNumbers of(
            LocalDate start, int views, int visitors, int clones, int cloners, Coverage covered) {
        return new PeriodNumbers(start, views, visitors, covered, clones, cloners, covered);
    }
}
