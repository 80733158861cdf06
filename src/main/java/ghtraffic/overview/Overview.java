package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.lists.Page;
import ghtraffic.traffic.series.ComparedTotals;
import java.util.List;

/**
 * All that a viewer may see, at a glance.
 *
 * @param totals of all of them, whatever part of the list is shown
 * @param count how many there are
 * @param compared of how many the change of the totals is
 * @param collected how many were collected in the range
 * @param troubles why something was not collected, the most frequent first
 * @param found the page of the list
 * @param rows the repositories of that page
 */
record Overview(
        ComparedTotals totals,
        int count,
        int compared,
        int collected,
        List<CollectionProblem> troubles,
        Page<TrackedRepository> found,
        List<OverviewRow> rows) {}
