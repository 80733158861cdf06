package ghtraffic.traffic.sources;

import java.time.LocalDate;
import java.util.List;

/**
 * The list that GitHub reported on one UTC day. Its counts are totals of the 14 days before, not counts of that day.
 *
 * @param <T> the type of the items
 * @param on the day
 * @param items at most ten, the largest first; empty if GitHub reported an empty list
 */
public record SourceList<T>(LocalDate on, List<T> items) {}
