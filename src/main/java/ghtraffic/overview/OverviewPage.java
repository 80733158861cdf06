package ghtraffic.overview;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.warnings.CredentialWarning;
import ghtraffic.collection.warnings.CredentialWarnings;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.RangePage;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.setup.FirstSetup;
import ghtraffic.traffic.series.Change;
import ghtraffic.traffic.series.ComparedTotals;
import ghtraffic.traffic.series.MultiSeries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page after sign-in, which summarizes all visible repositories. */
@Named
@RequestScoped
public class OverviewPage {

    private static final List<String> COLUMNS = List.of("views", "trend", "clones", "visitors", "stars");

    @Inject
    private CurrentViewer viewer;

    @Inject
    private FirstSetup setUp;

    @Inject
    private Catalog catalog;

    @Inject
    private OverviewBuilder builder;

    @Inject
    private MultiSeries series;

    @Inject
    private RangePage range;

    @Inject
    private CredentialWarnings warnings;

    private RepositoryFilter wanted = RepositoryFilter.ALL;
    private RepositoryOrder order = RepositoryOrder.MOST_VIEWED;
    private int page;
    private @Nullable Overview overview;
    private @Nullable List<CredentialWarning> endings;

    /** Redirects users without any access to the setup while it is open, else to a page that explains it. */
    public @Nullable String enter() {
        if (viewer.get().hasNoGrant()) {
            return setUp.isNeeded() ? "/set-up?faces-redirect=true" : "/no-rights?faces-redirect=true";
        }
        overview();
        return null;
    }

    private Overview overview() {
        if (overview == null) {
            List<Integer> visible = catalog.idsVisibleTo(viewer.get(), RepositoryFilter.ALL);
            ResolvedRange chosen = range.chosen(() -> series.firstDay(visible));
            overview = builder.of(viewer.get(), visible, chosen, wanted, order, Math.max(0, page));
        }
        return overview;
    }

    /** Returns the repositories that the search found, on this page of the list. */
    public Page<TrackedRepository> getFound() {
        return overview().found();
    }

    /** Returns the rows of this page of the list. */
    public List<OverviewRow> getRows() {
        return overview().rows();
    }

    /** Returns the totals of all repositories that the viewer may see, whatever part of the list is shown. */
    public ComparedTotals getTotals() {
        return overview().totals();
    }

    /** Returns the number of repositories that the viewer may see. */
    public int getCount() {
        return overview().count();
    }

    /** Returns the number of these repositories with data in the range. */
    public int getCollected() {
        return overview().collected();
    }

    /** Returns the number of repositories whose change is part of the change of the totals. */
    public int getCompared() {
        return overview().compared();
    }

    /** Returns whether the change of the totals leaves out repositories with data. */
    public boolean isSomeLeftOut() {
        return overview().compared() > 0 && overview().compared() < overview().collected();
    }

    /** Returns whether a row has no change because of partial or missing days. */
    public boolean isSomeIncomparable() {
        return !range.getChosen().isUnfinished()
                && overview().rows().stream()
                        .flatMap(row -> Stream.ofNullable(row.totals()))
                        .map(ComparedTotals::viewsChange)
                        .anyMatch(change -> !change.isKnown() && !change.equals(Change.NONE));
    }

    /** Returns the reasons why data was not collected. */
    public List<CollectionProblem> getTroubles() {
        return overview().troubles();
    }

    /** Returns warnings about tokens of the viewer's tenants that expire soon. */
    public List<CredentialWarning> getWarnings() {
        if (endings == null) {
            endings = warnings.of(viewer.get());
        }
        return endings;
    }

    /** Returns the range of the sparklines. */
    public DateRange getTrend() {
        return OverviewBuilder.trend(range.getChosen());
    }

    /** Returns the text that the names of the repositories must contain; empty for no search. */
    public String getSearch() {
        return wanted.search();
    }

    /** Sets the text that the names of the repositories must contain. Only the first 140 characters count. */
    public void setSearch(@Nullable String entered) {
        wanted = RepositoryFilter.called(entered);
    }

    /** Returns the order, as in the address. */
    public String getSort() {
        return order.toString();
    }

    /** Sets the order. A text that names no order means the most views first. */
    public void setSort(@Nullable String sort) {
        order = RepositoryOrder.of(sort == null ? "" : sort).orElse(RepositoryOrder.MOST_VIEWED);
    }

    /** Returns the keys of the columns with numbers, by which the list can be ordered. */
    public List<String> getColumns() {
        return COLUMNS;
    }

    private OverviewAddress address() {
        return new OverviewAddress(range.getChoice(), getSearch(), order);
    }

    /** Returns the address of the list in the order that a click on the heading of a column leads to. */
    public String sortedBy(String key) {
        return address().sortedBy(RepositoryOrder.of(key).orElseThrow().key());
    }

    /** Returns the address of the list with the most severe problems first. */
    public String getWorstFirst() {
        return address().in(new RepositoryOrder(RepositoryOrder.Key.HEALTH, true));
    }

    /** Returns the address of another page of the list, from 0. */
    public String turnedTo(int other) {
        return address().page(other);
    }

    /** Returns the address of the list without a search. */
    public String getWithoutSearch() {
        return address().withoutSearch();
    }

    /** Returns the value of {@code aria-sort} for a column. */
    public String orderOf(String key) {
        return order.ariaSort(key);
    }

    /** Returns the number of the page, from 0. */
    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
