package ghtraffic.overview;

import ghtraffic.ranges.RangeChoice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of the overview with everything that is chosen on it.
 *
 * @param search the text that names must contain; empty for none
 */
record OverviewAddress(RangeChoice range, String search, RepositoryOrder order) {

    /** Returns the address of a page of the list, from 0. */
    String page(int page) {
        return "/overview?" + range.query()
                + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
                + "&sort=" + order
                + (page == 0 ? "" : "&page=" + page);
    }

    /** Returns the address that a click on the heading of a column leads to. */
    String sortedBy(RepositoryOrder.Key key) {
        return in(order.at(key));
    }

    /** Returns the address of the first page in another order. */
    String in(RepositoryOrder other) {
        return new OverviewAddress(range, search, other).page(0);
    }

    String withoutSearch() {
        return new OverviewAddress(range, "", order).page(0);
    }
}
