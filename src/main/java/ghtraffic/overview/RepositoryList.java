package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Viewer;
import ghtraffic.lists.Page;
import ghtraffic.overview.RepositoryOrder.Key;
import ghtraffic.traffic.series.RangeTotals;
import ghtraffic.traffic.series.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the visible repositories page by page. The number of database queries does not depend on their number. */
@ApplicationScoped
class RepositoryList {

    private static final Set<Key> KEYS = EnumSet.of(Key.NAME, Key.VIEWS, Key.CLONES);

    @Inject
    private Catalog catalog;

    @Inject
    private RangeTotals sums;

    /**
     * Reads {@code name}, {@code views} or {@code clones}, after a minus for descending order.
     *
     * @throws IllegalArgumentException if the text is none of these, with a message for users
     */
    static RepositoryOrder order(String text) {
        return RepositoryOrder.of(text)
                .filter(order -> KEYS.contains(order.key()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "sort: must be name, views or clones, with a minus before it for descending"));
    }

    /**
     * Returns a page of the repositories that the viewer may see and that match the filter.
     *
     * @param order an order that {@link #order} accepts; views and clones are those of the last 14 complete UTC days
     * @param page the number of the page, from 0
     * @param size the number of repositories on a page, from 1 to {@link Page#LARGEST_SIZE}
     */
    @Transactional
    Page<TrackedRepository> page(Viewer viewer, RepositoryFilter selection, RepositoryOrder order, int page, int size) {
        List<Integer> byName = catalog.idsVisibleTo(viewer, selection);
        Map<Integer, Totals> recent = order.key() == Key.NAME ? Map.of() : sums.recent(byName);
        Map<Integer, Double> numbers =
                RepositoryOrder.numbers(recent, order.key() == Key.VIEWS ? Totals::views : Totals::clones);
        Page<Integer> ids = Page.of(order.of(byName, numbers), page, size);
        return new Page<>(catalog.withIds(ids.items()), page, size, ids.total());
    }
}
