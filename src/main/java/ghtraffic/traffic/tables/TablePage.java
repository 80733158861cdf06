package ghtraffic.traffic.tables;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.RepositoryFilter;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.RangePage;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.series.MultiSeries;
import ghtraffic.traffic.series.TrafficPoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of days and of weeks, for all repositories that the viewer may see or for those that match a search. */
@Named
@RequestScoped
public class TablePage {

    /**
     * A row as it is shown.
     *
     * @param repository the repository
     * @param point its traffic
     */
    public record Row(TrackedRepository repository, TrafficPoint point) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private TableRows lines;

    @Inject
    private MultiSeries series;

    @Inject
    private RangePage ranges;

    private RepositoryFilter wanted = RepositoryFilter.ALL;
    private RowOrder order = RowOrder.LATEST;
    private int page;
    private @Nullable List<Integer> ids;
    private @Nullable DateRange range;
    private @Nullable Page<TableRow> found;
    private @Nullable List<Row> rows;

    private static Interval interval() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return view.startsWith("/weekly") ? Interval.WEEK : Interval.DAY;
    }

    private List<Integer> ids() {
        if (ids == null) {
            ids = catalog.idsVisibleTo(viewer.get(), wanted);
        }
        return ids;
    }

    /** Returns the range of the table; the table of weeks extends the chosen range to whole weeks. */
    public DateRange getRange() {
        if (range == null) {
            ResolvedRange chosen = ranges.chosen(() -> series.firstDay(ids()));
            range = interval().whole(chosen.shown(), chosen.today());
        }
        return range;
    }

    /** Returns the current page of rows. */
    public Page<TableRow> getFound() {
        if (found == null) {
            found = lines.page(ids(), getRange(), interval(), usedOrder(), Math.max(0, page), Page.USUAL_SIZE);
        }
        return found;
    }

    private RowOrder usedOrder() {
        return isTooMany() ? RowOrder.LATEST : order;
    }

    /**
     * Returns whether there are too many rows to order them by the requested measure; then the default order is used.
     */
    public boolean isTooMany() {
        return order.measure() != null && !TableRows.areSortable(ids().size(), getRange());
    }

    /** Returns the rows of the current page with their repositories. */
    public List<Row> getRows() {
        if (rows == null) {
            List<TableRow> shown = getFound().items();
            Map<Integer, TrackedRepository> repositories =
                    catalog
                            .withIds(shown.stream()
                                    .map(TableRow::repository)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(TrackedRepository::id, Function.identity()));
            rows = shown.stream()
                    .flatMap(line -> Stream.ofNullable(repositories.get(line.repository()))
                            .map(repository -> new Row(repository, line.point())))
                    .toList();
        }
        return rows;
    }

    /** Returns the number of repositories in the table. */
    public int getCount() {
        return ids().size();
    }

    /** Returns the address of the CSV file with the same rows. */
    public String getFile() {
        return "/api/v1/traffic.csv?from=" + getRange().from() + "&to="
                + getRange().to() + "&interval=" + interval()
                + (getSearch().isEmpty() ? "" : "&q=" + encoded(getSearch()));
    }

    /** Returns the address of this table in the order that a click on the heading of a column leads to. */
    public String sortedBy(String column) {
        return address(getSearch(), order.at(column), 0);
    }

    /** Returns the address of another page of this table, from 0. */
    public String at(int number) {
        return address(getSearch(), order, number);
    }

    /** Returns the address of this table without a search. */
    public String getWithoutSearch() {
        return address("", order, 0);
    }

    private String address(String search, RowOrder by, int number) {
        return "?" + (search.isEmpty() ? "" : "q=" + encoded(search) + "&") + "sort=" + by
                + (number == 0 ? "" : "&page=" + number) + "&"
                + ranges.getChoice().query();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the value of {@code aria-sort} for a column. */
    public String orderOf(String column) {
        RowOrder used = usedOrder();
        if (!used.column().equals(column)) {
            return "none";
        }
        return used.descending() ? "descending" : "ascending";
    }

    /** Returns the text that the names of the repositories must contain; empty for no search. */
    public String getSearch() {
        return wanted.search();
    }

    /** Sets the text that the names of the repositories must contain. Only the first 140 characters count. */
    public void setSearch(@Nullable String entered) {
        wanted = RepositoryFilter.called(entered);
    }

    /** Returns the requested order, as in the address. */
    public String getSort() {
        return order.toString();
    }

    /** Sets the order. A text that names no order means the latest first. */
    public void setSort(@Nullable String sort) {
        order = RowOrder.parse(sort == null ? "" : sort);
    }

    /** Returns the number of the page, from 0. */
    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
