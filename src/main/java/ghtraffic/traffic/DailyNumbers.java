package ghtraffic.traffic;

import java.time.LocalDate;

/**
 * What one collection saw of one day.
 *
 * @param day the UTC day
 * @param views page views
 * @param visitors different people who viewed; does not add up over days
 * @param clones git clones
 * @param cloners different people who cloned; does not add up over days
 * @param partial whether the window covered only a part of the day
 */
public record DailyNumbers(LocalDate day, int views, int visitors, int clones, int cloners, boolean partial) {}
