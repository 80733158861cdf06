package ghtraffic.github.model;

import java.time.LocalDate;

/**
 * The views or clones of one day.
 *
 * @param day the UTC day
 * @param count the number of views or clones, 0 or more
 * @param uniques the unique visitors or cloners of the day; they do not add up over days
 */
public record DailyCount(LocalDate day, int count, int uniques) {}
