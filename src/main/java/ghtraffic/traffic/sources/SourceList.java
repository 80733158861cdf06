package ghtraffic.traffic.sources;

import java.time.LocalDate;
import java.util.List;

/**
 * What GitHub listed on one UTC day: totals of the 14 days before it, no counts of that day.
 *
 * @param <T> what is listed
 * @param on the day
 * @param items at most ten, the largest first; none is a list that was empty
 */
public record SourceList<T>(LocalDate on, List<T> items) {}
