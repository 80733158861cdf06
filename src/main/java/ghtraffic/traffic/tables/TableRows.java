package ghtraffic.traffic.tables;

import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.MultiSeries;
import ghtraffic.traffic.series.TrafficPoint;
import ghtraffic.traffic.tables.RowIndex.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of a table with one row for each repository and each day or week. If the rows are ordered by date or
 * repository, only one page is read. If they are ordered by a measure, all are read; this is limited to
 * {@value #MOST_READ} repository days (repositories times days). Callers check first that the viewer may see the
 * repositories.
 */
@ApplicationScoped
class TableRows {

    /** The most repository days that are read to order rows by a measure. */
    static final int MOST_READ = 200_000;

    @Inject
    private MultiSeries series;

    /** Returns whether there are few enough rows to order them by a measure. */
    static boolean areSortable(int repositories, DateRange range) {
        return (long) repositories * range.days() <= MOST_READ;
    }

    /**
     * Returns one page of the rows. If they are ordered by a measure, rows that were not collected come last.
     *
     * @param repositories the ids of the repositories, ordered by name
     * @param interval days or weeks
     * @param order an order by a measure only if {@link #areSortable} allows it
     * @param page the number of the page, from 0
     * @param size the number of rows on a page
     */
    @Transactional
    Page<TableRow> page(
            List<Integer> repositories, DateRange range, Interval interval, RowOrder order, int page, int size) {
        RowIndex places = new RowIndex(repositories, series.firstDays(repositories), range, interval);
        Measure measure = order.measure();
        if (measure != null) {
            Comparator<TableRow> by = by(measure, order.descending());
            return Page.of(sorted(places.beginnings(), range, interval, by), page, size);
        }
        Page<Place> found = places.page(order, page, size);
        return new Page<>(read(found.items(), range, interval), page, size, found.total());
    }

    private List<TableRow> sorted(List<Place> beginnings, DateRange range, Interval interval, Comparator<TableRow> by) {
        Map<Integer, List<TrafficPoint>> points =
                series.of(beginnings.stream().map(Place::repository).toList(), range, interval);
        List<TableRow> lines = new ArrayList<>();
        for (Place first : beginnings) {
            points.getOrDefault(first.repository(), List.of()).stream()
                    .filter(point -> !point.date().isBefore(first.date()))
                    .forEach(point -> lines.add(new TableRow(first.repository(), point)));
        }
        lines.sort(by.thenComparing(line -> line.point().date(), Comparator.reverseOrder()));
        return lines;
    }

    private static Comparator<TableRow> by(Measure measure, boolean descending) {
        Comparator<Long> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable Long> missingLast = Comparator.nullsLast(direction);
        return (one, other) -> missingLast.compare(measure.of(one.point()), measure.of(other.point()));
    }

    private List<TableRow> read(List<Place> places, DateRange range, Interval interval) {
        Map<Place, TrafficPoint> points = new HashMap<>();
        if (!places.isEmpty()) {
            List<Integer> ids =
                    places.stream().map(Place::repository).distinct().toList();
            series.of(ids, around(places, range, interval), interval)
                    .forEach((id, found) -> found.forEach(point -> points.put(new Place(id, point.date()), point)));
        }
        return places.stream()
                .map(place -> new TableRow(
                        place.repository(), points.getOrDefault(place, TrafficPoint.notCollected(place.date()))))
                .toList();
    }

    /** Returns the part of the range from the earliest of these rows to the end of the latest one. */
    private static DateRange around(List<Place> places, DateRange range, Interval interval) {
        LocalDate first =
                places.stream().map(Place::date).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last =
                places.stream().map(Place::date).max(Comparator.naturalOrder()).orElseThrow();
        LocalDate end = interval == Interval.WEEK ? last.plusDays(6) : last;
        return new DateRange(
                first.isBefore(range.from()) ? range.from() : first, end.isAfter(range.to()) ? range.to() : end);
    }
}
