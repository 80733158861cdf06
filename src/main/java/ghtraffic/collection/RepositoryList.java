package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.Selection;
import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.identity.Page;
import ghtraffic.identity.Viewer;
import ghtraffic.traffic.RangeSums;
import ghtraffic.traffic.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The visible repositories, a page at a time, with the same few queries whatever their number. */
@ApplicationScoped
class RepositoryList {

    @Inject
    private Catalogue catalogue;

    @Inject
    private RangeSums sums;

    /**
     * A page of what the viewer may see and asks for.
     *
     * @param page from 0
     * @param size 1 to {@link Page#LARGEST_SIZE}
     */
    @Transactional
    Page<TrackedRepository> page(Viewer viewer, Selection selection, RepositoryOrder order, int page, int size) {
        List<Integer> byName = catalogue.idsVisibleTo(viewer, selection);
        Map<Integer, Totals> recent = order.key() == RepositoryOrder.Key.NAME ? Map.of() : sums.recent(byName);
        Page<Integer> ids = Page.of(order.of(byName, recent), page, size);
        return new Page<>(catalogue.withIds(ids.items()), page, size, ids.total());
    }
}
