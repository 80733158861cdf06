package ghtraffic.overview;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.lists.Page;
import ghtraffic.traffic.series.ComparedTotals;
import java.util.List;

/**
 * The summary of all repositories that a viewer may see, and one page of their list.
 *
 * @param totals the totals of all these repositories, whatever part of the list is shown
 * @param count the number of these repositories
 * @param compared the number of repositories whose change is part of the change of the totals
 * @param collected the number of repositories with data in the range
 * @param troubles the reasons why data was not collected, the most severe first
 * @param found the repositories on this page of the list
 * @param rows the rows of this page
 */
record Overview(
        ComparedTotals totals,
        int count,
        int compared,
        int collected,
        List<CollectionProblem> troubles,
        Page<TrackedRepository> found,
        List<OverviewRow> rows) {}
