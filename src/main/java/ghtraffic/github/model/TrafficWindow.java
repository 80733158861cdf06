package ghtraffic.github.model;

import java.util.List;

/**
 * Views or clones of the last 14 days, as GitHub gives them: the oldest day is cut at the hour, today is partial, and a day
 * without traffic is absent.
 *
 * @param count the total of the window
 * @param uniques the different people of the whole window, the only true figure of its kind
 * @param days oldest first, at most 15
 */
public record TrafficWindow(int count, int uniques, List<DailyCount> days) {}
