package ghtraffic.traffic.tables;

import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Which lines a table has, without their numbers: one for each repository and each day or week, from the repository's first
 * collected one on. A page is found by counting, not by making all the lines before it.
 */
final class RowIndex {

    /**
     * The place of a line.
     *
     * @param repository its id
     * @param date the day, or the Monday of the week
     */
    record Place(int repository, LocalDate date) {}

    private final List<Place> beginnings = new ArrayList<>();
    private final List<LocalDate> dates;

    /**
     * The lines of repositories.
     *
     * @param repositories their ids, by name
     * @param firstDays the first day that was collected of each; one without any has no line
     */
    RowIndex(List<Integer> repositories, Map<Integer, LocalDate> firstDays, DateRange range, Interval interval) {
        dates = range.from()
                .datesUntil(range.to().plusDays(1))
                .map(interval::start)
                .distinct()
                .toList();
        for (int repository : repositories) {
            LocalDate first = firstDays.get(repository);
            if (first != null && !first.isAfter(range.to())) {
                LocalDate shown = first.isBefore(range.from()) ? range.from() : first;
                beginnings.add(new Place(repository, interval.start(shown)));
            }
        }
    }

    /** The first line of each repository, by name. */
    List<Place> beginnings() {
        return beginnings;
    }

    /** A page of the places. By name, the latest of each repository comes first. */
    Page<Place> page(RowOrder order, int page, int size) {
        Window window = new Window(page, size);
        if (order.isByRepository()) {
            List<LocalDate> latestFirst = turned(dates, true);
            for (Place part : turned(beginnings, order.descending())) {
                int count = dates.size() - dates.indexOf(part.date());
                window.pass(count, i -> new Place(part.repository(), latestFirst.get(i)));
            }
        } else {
            for (LocalDate date : turned(dates, order.descending())) {
                window.pass(
                        (int) begun(date).count(),
                        i -> new Place(
                                begun(date).skip(i).findFirst().orElseThrow().repository(), date));
            }
        }
        return new Page<>(window.seen, page, size, window.passed);
    }

    private Stream<Place> begun(LocalDate date) {
        return beginnings.stream().filter(part -> !part.date().isAfter(date));
    }

    private static <T> List<T> turned(List<T> list, boolean turned) {
        List<T> copy = new ArrayList<>(list);
        if (turned) {
            Collections.reverse(copy);
        }
        return copy;
    }

    /** What of a long list a page shows, while the list passes by in groups. */
    private static final class Window {

        private final long from;
        private final long to;
        private final List<Place> seen = new ArrayList<>();
        private long passed;

        Window(int page, int size) {
            from = (long) page * size;
            to = from + size;
        }

        void pass(int count, IntFunction<Place> group) {
            for (long i = Math.max(0, from - passed); i < Math.min(count, to - passed); i++) {
                seen.add(group.apply((int) i));
            }
            passed += count;
        }
    }
}
