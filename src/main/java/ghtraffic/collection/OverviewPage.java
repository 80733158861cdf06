package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.catalogue.Selection;
import ghtraffic.catalogue.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.FirstSetUp;
import ghtraffic.identity.Page;
import ghtraffic.traffic.RecentSums;
import ghtraffic.traffic.RecentTraffic;
import ghtraffic.traffic.Totals;
import ghtraffic.traffic.TrafficHistory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page after sign-in: all visible repositories at a glance. */
@Named
@RequestScoped
public class OverviewPage {

    @Inject
    private CurrentViewer viewer;

    @Inject
    private FirstSetUp setUp;

    @Inject
    private Catalogue catalogue;

    @Inject
    private RepositoryList list;

    @Inject
    private TrafficHistory history;

    @Inject
    private RecentSums sums;

    @Inject
    private Health health;

    private String search = "";
    private RepositoryOrder order = RepositoryOrder.BY_NAME;
    private int page;
    private @Nullable Page<TrackedRepository> found;
    private @Nullable List<OverviewRow> rows;
    private @Nullable Totals totals;
    private @Nullable List<Integer> visible;

    /** Leads to the first set-up while it is open, and people without any grant to a page that says so. */
    public @Nullable String enter() {
        if (viewer.get().hasNoGrant()) {
            return setUp.isOpen() ? "/set-up?faces-redirect=true" : "/no-rights?faces-redirect=true";
        }
        return null;
    }

    /** What the search found. */
    public Page<TrackedRepository> getFound() {
        if (found == null) {
            found = list.page(viewer.get(), new Selection(search, null), order, Math.max(0, page), Page.USUAL_SIZE);
        }
        return found;
    }

    /** The repositories of this page of the list. */
    public List<OverviewRow> getRows() {
        if (rows == null) {
            List<TrackedRepository> repositories = getFound().items();
            List<Integer> ids = repositories.stream().map(TrackedRepository::id).toList();
            Map<Integer, RecentTraffic> recent = history.recent(ids);
            Map<Integer, RepositoryHealth> states = health.of(ids);
            rows = repositories.stream()
                    .map(one -> new OverviewRow(one, recent.get(one.id()), states.get(one.id())))
                    .toList();
        }
        return rows;
    }

    /** Sums of all repositories that the viewer may see, whatever part of the list is shown. */
    public Totals getTotals() {
        if (totals == null) {
            totals = sums.of(visibleIds());
        }
        return totals;
    }

    private List<Integer> visibleIds() {
        if (visible == null) {
            visible = catalogue.idsVisibleTo(viewer.get(), Selection.ALL);
        }
        return visible;
    }

    /** How many repositories the viewer may see. */
    public int getCount() {
        return visibleIds().size();
    }

    /** What the names must contain. */
    public String getSearch() {
        return search;
    }

    /** What the names must contain. */
    public void setSearch(@Nullable String search) {
        this.search = search == null ? "" : search;
    }

    /** The order, as the API has it too. */
    public String getSort() {
        return order.toString();
    }

    /** The order, by name where it is none. */
    public void setSort(@Nullable String sort) {
        try {
            order = RepositoryOrder.parse(sort == null ? "" : sort);
        } catch (IllegalArgumentException e) {
            order = RepositoryOrder.BY_NAME;
        }
    }

    /** The order that the heading of a column leads to. */
    public String sortAt(String column) {
        return order.at(RepositoryOrder.parse(column).key()).toString();
    }

    /** How the rows are ordered by this column, in the words of {@code aria-sort}. */
    public String orderOf(String column) {
        if (order.key() != RepositoryOrder.parse(column).key()) {
            return "none";
        }
        return order.descending() ? "descending" : "ascending";
    }

    /** The number of the list's page, from 0. */
    public int getPage() {
        return page;
    }

    /** The number of the list's page, from 0. */
    public void setPage(int page) {
        this.page = page;
    }
}
