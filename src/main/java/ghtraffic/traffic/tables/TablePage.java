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

/** The table of days and the table of weeks: the traffic of all repositories that the viewer may see, or of those called so. */
@Named
@RequestScoped
public class TablePage {

    /**
     * A line as it is shown.
     *
     * @param repository whose it is
     * @param point the traffic
     */
    public record Row(TrackedRepository repository, TrafficPoint point) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

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
            ids = catalogue.idsVisibleTo(viewer.get(), wanted);
        }
        return ids;
    }

    /** The days of the table, in whole weeks where it is of weeks. */
    public DateRange getRange() {
        if (range == null) {
            ResolvedRange chosen = ranges.chosen(() -> series.firstDay(ids()));
            range = interval().whole(chosen.shown(), chosen.today());
        }
        return range;
    }

    /** This page of the lines. */
    public Page<TableRow> getFound() {
        if (found == null) {
            found = lines.page(ids(), getRange(), interval(), usedOrder(), Math.max(0, page), Page.USUAL_SIZE);
        }
        return found;
    }

    private RowOrder usedOrder() {
        return isTooMany() ? RowOrder.LATEST : order;
    }

    /** Whether there are too many lines for the order that was asked for. */
    public boolean isTooMany() {
        return order.measure() != null && !TableRows.areSortable(ids().size(), getRange());
    }

    /** The lines with their repositories. */
    public List<Row> getRows() {
        if (rows == null) {
            List<TableRow> shown = getFound().items();
            Map<Integer, TrackedRepository> repositories =
                    catalogue
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

    /** How many repositories the table is about. */
    public int getCount() {
        return ids().size();
    }

    /** The address of the same lines as a file. */
    public String getFile() {
        return "/api/v1/traffic.csv?from=" + getRange().from() + "&to="
                + getRange().to() + "&interval=" + interval()
                + (getSearch().isEmpty() ? "" : "&q=" + encoded(getSearch()));
    }

    /** The address of this table in the order that the heading of a column leads to. */
    public String sortedBy(String column) {
        return address(getSearch(), order.at(column), 0);
    }

    /** The address of another page of the list. */
    public String at(int number) {
        return address(getSearch(), order, number);
    }

    /** The address of this table of all repositories. */
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

    /** How the lines are ordered by this column, in the words of {@code aria-sort}. */
    public String orderOf(String column) {
        RowOrder used = usedOrder();
        if (!used.column().equals(column)) {
            return "none";
        }
        return used.descending() ? "descending" : "ascending";
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

    /** The order, the latest first where it is none. */
    public void setSort(@Nullable String sort) {
        order = RowOrder.parse(sort == null ? "" : sort);
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
