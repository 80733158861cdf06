package ghtraffic.traffic.tables;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.tables.RowIndex.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repository 1 was collected long before, repository 2 from the second day on, 3 never, 4 after the range. */
class RowIndexTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final DateRange THREE_DAYS = new DateRange(MONDAY, MONDAY.plusDays(2));
    private static final List<Integer> BY_NAME = List.of(2, 4, 1, 3);
    private static final Map<Integer, LocalDate> FIRST_DAYS =
            Map.of(1, LocalDate.of(2020, 1, 1), 2, MONDAY.plusDays(1), 4, MONDAY.plusDays(3));

    private static List<String> places(RowIndex lines, String order) {
        return texts(lines.page(RowOrder.parse(order), 0, 100).items());
    }

    private static List<String> texts(List<Place> places) {
        return places.stream()
                .map(place -> place.repository() + " " + place.date().getDayOfMonth())
                .toList();
    }

    private static RowIndex days() {
        return new RowIndex(BY_NAME, FIRST_DAYS, THREE_DAYS, Interval.DAY);
    }

    @Test
    void theLinesOfARepositoryBeginWithItsFirstCollectedDay() {
        assertThat(places(days(), "-date")).containsExactly("2 4", "1 4", "2 3", "1 3", "1 2");
        assertThat(places(days(), "date")).containsExactly("1 2", "2 3", "1 3", "2 4", "1 4");
        assertThat(places(days(), "repository")).containsExactly("2 4", "2 3", "1 4", "1 3", "1 2");
        assertThat(places(days(), "-repository")).containsExactly("1 4", "1 3", "1 2", "2 4", "2 3");
        assertThat(texts(days().beginnings())).containsExactly("2 3", "1 2");
    }

    @Test
    void weeksBeginOnMondayAlsoWhereTheRangeOrTheRepositoryDoesNot() {
        DateRange range = new DateRange(MONDAY.plusDays(2), MONDAY.plusDays(8));
        RowIndex weeks = new RowIndex(
                List.of(1, 2, 4),
                Map.of(1, MONDAY, 2, MONDAY.plusDays(6), 4, MONDAY.plusDays(7)),
                range,
                Interval.WEEK);
        assertThat(places(weeks, "-date")).containsExactly("1 9", "2 9", "4 9", "1 2", "2 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-date", "date", "repository", "-repository"})
    void pagesAreTheListInParts(String word) {
        RowOrder order = RowOrder.parse(word);
        List<Place> all = days().page(order, 0, 100).items();
        List<Place> parts = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Page<Place> part = days().page(order, page, 2);
            assertThat(part.total()).isEqualTo(5);
            assertThat(part.hasNext()).isEqualTo(page < 2);
            parts.addAll(part.items());
        }
        assertThat(parts).isEqualTo(all);
        assertThat(days().page(order, 3, 2).items()).isEmpty();
        assertThat(days().page(order, Integer.MAX_VALUE, 50).items()).isEmpty();
    }

    @Test
    void aHeadingLeadsToTheUsualOrderAndThenTheOtherWayRound() {
        assertThat(RowOrder.LATEST.at("date")).hasToString("date");
        assertThat(RowOrder.LATEST.at("views")).hasToString("-views");
        assertThat(RowOrder.LATEST.at("repository")).hasToString("repository");
        assertThat(RowOrder.parse("-cloners").at("cloners")).hasToString("cloners");
        assertThat(RowOrder.parse("nonsense")).isEqualTo(RowOrder.LATEST);
        assertThat(RowOrder.parse("-")).isEqualTo(RowOrder.LATEST);
    }

    @Test
    void manyRepositoriesOverALongTimeAreOrderedByPlaceOnly() {
        assertThat(TableRows.areSortable(1_000, new DateRange(MONDAY, MONDAY.plusDays(28))))
                .isTrue();
        assertThat(TableRows.areSortable(1_000, new DateRange(MONDAY.minusYears(1), MONDAY)))
                .isFalse();
    }
}
