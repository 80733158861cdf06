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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page after sign-in: all visible repositories at a glance. */
@Named
@RequestScoped
public class OverviewPage {

    private static final List<String> COLUMNS = List.of("views", "trend", "clones", "visitors", "stars");

    @Inject
    private CurrentViewer viewer;

    @Inject
    private FirstSetup setUp;

    @Inject
    private Catalog catalogue;

    @Inject
    private OverviewBuilder overviews;

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

    /** Leads to the first set-up while it is open, and people without any grant to a page that says so. */
    public @Nullable String enter() {
        if (viewer.get().hasNoGrant()) {
            return setUp.isOpen() ? "/set-up?faces-redirect=true" : "/no-rights?faces-redirect=true";
        }
        overview();
        return null;
    }

    private Overview overview() {
        if (overview == null) {
            List<Integer> visible = catalogue.idsVisibleTo(viewer.get(), RepositoryFilter.ALL);
            ResolvedRange chosen = range.chosen(() -> series.firstDay(visible));
            overview = overviews.of(viewer.get(), visible, chosen, wanted, order, Math.max(0, page));
        }
        return overview;
    }

    /** What the search found. */
    public Page<TrackedRepository> getFound() {
        return overview().found();
    }

    /** The repositories of this page of the list. */
    public List<OverviewRow> getRows() {
        return overview().rows();
    }

    /** Sums of all repositories that the viewer may see, whatever part of the list is shown. */
    public ComparedTotals getTotals() {
        return overview().totals();
    }

    /** How many repositories the viewer may see. */
    public int getCount() {
        return overview().count();
    }

    /** How many of them were collected in the range. */
    public int getCollected() {
        return overview().collected();
    }

    /** Of how many the change of the sums is. */
    public int getCompared() {
        return overview().compared();
    }

    /** Whether the change of the sums leaves out some that were collected. */
    public boolean isSomeLeftOut() {
        return overview().compared() > 0 && overview().compared() < overview().collected();
    }

    /** Whether a row says nothing about its change because of days that were not wholly collected. */
    public boolean isSomeIncomparable() {
        return !range.getChosen().isUnfinished()
                && overview().rows().stream()
                        .flatMap(row -> Stream.ofNullable(row.totals()))
                        .map(ComparedTotals::viewsChange)
                        .anyMatch(change -> !change.isKnown() && !change.equals(Change.NONE));
    }

    /** Why something was not collected. */
    public List<CollectionProblem> getTroubles() {
        return overview().troubles();
    }

    /** Those of the viewer's tenants whose token ends soon. */
    public List<CredentialWarning> getWarnings() {
        if (endings == null) {
            endings = warnings.of(viewer.get());
        }
        return endings;
    }

    /** The days of the small lines. */
    public DateRange getTrend() {
        return OverviewBuilder.trend(range.getChosen());
    }

    /** What the names must contain. */
    public String getSearch() {
        return wanted.search();
    }

    /** What the names must contain; the first 140 characters count. */
    public void setSearch(@Nullable String entered) {
        wanted = RepositoryFilter.called(entered);
    }

    /** The order. */
    public String getSort() {
        return order.toString();
    }

    /** The order, the most views first where it is none. */
    public void setSort(@Nullable String sort) {
        order = RepositoryOrder.of(sort == null ? "" : sort).orElse(RepositoryOrder.MOST_VIEWED);
    }

    /** The columns of numbers, by what the list is ordered by there. */
    public List<String> getColumns() {
        return COLUMNS;
    }

    /** The address of the list in the order that the heading of a column leads to. */
    public String sortedBy(String key) {
        return address(
                getSearch(), order.at(RepositoryOrder.of(key).orElseThrow().key()), 0);
    }

    /** The address of the list with what went badly first. */
    public String getWorstFirst() {
        return address(getSearch(), new RepositoryOrder(RepositoryOrder.Key.HEALTH, true), 0);
    }

    /** The address of another page of the list. */
    public String turnedTo(int other) {
        return address(getSearch(), order, other);
    }

    /** The address of the list of all repositories. */
    public String getWithoutSearch() {
        return address("", order, 0);
    }

    private String address(String search, RepositoryOrder by, int other) {
        return "/overview?" + range.getChoice().query()
                + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
                + "&sort=" + by
                + (other == 0 ? "" : "&page=" + other);
    }

    /** How the rows are ordered by this column, in the words of {@code aria-sort}. */
    public String orderOf(String key) {
        if (!order.key().word().equals(key)) {
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
