package ghtraffic.github.model;

import java.time.LocalDate;

/**
 * One day of views or clones.
 *
 * @param day the UTC day
 * @param count all of that day, 0 or more
 * @param uniques different people of that day; they do not add up over days
 */
public record DailyCount(LocalDate day, int count, int uniques) {}
