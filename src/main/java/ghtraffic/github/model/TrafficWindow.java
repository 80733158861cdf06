package ghtraffic.github.model;

import java.util.List;

/**
 * The views or clones of the last 14 days, as GitHub reports them: the oldest day is cut at the hour, today is partial,
 * and a day without traffic is absent.
 *
 * @param count the total of the window
 * @param uniques the unique visitors or cloners of the whole window. It cannot be calculated from the days
 * @param days the days, oldest first, at most 15
 */
public record TrafficWindow(int count, int uniques, List<DailyCount> days) {}
