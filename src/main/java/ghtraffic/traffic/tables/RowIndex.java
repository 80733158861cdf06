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
 * Knows which rows a table has, without their numbers: one for each repository and each day or week, beginning with the
 * first collected day or week of the repository. It finds the rows of a page by counting, without creating all rows
 * before it.
 */
final class RowIndex {

    /**
     * Identifies a row.
     *
     * @param repository the id of the repository
     * @param date the day, or the Monday of the week
     */
    record Place(int repository, LocalDate date) {}

    private final List<Place> beginnings = new ArrayList<>();
    private final List<LocalDate> dates;

    /**
     * Creates the index of the rows of these repositories.
     *
     * @param repositories the ids of the repositories, ordered by name
     * @param firstDays the first collected day of each repository; a repository without one has no rows
     * @param interval days or weeks
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

    /** Returns the first row of each repository, ordered by name. */
    List<Place> beginnings() {
        return beginnings;
    }

    /**
     * Returns one page of the rows. If they are ordered by repository, the latest row of each repository comes first.
     *
     * @param page the number of the page, from 0
     * @param size the number of rows on a page
     */
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

    /** Picks the rows of one page out of a long list that is passed to it group by group. */
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
