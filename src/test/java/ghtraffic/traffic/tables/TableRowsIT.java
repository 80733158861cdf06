package ghtraffic.traffic.tables;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.database.Chunks;
import ghtraffic.lists.Page;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import ghtraffic.traffic.series.Measure;
import ghtraffic.traffic.series.MultiSeries;
import ghtraffic.traffic.series.RepositorySeries;
import ghtraffic.traffic.series.TrafficPoint;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Series of several repositories and the table's lines of them: the same numbers as of each alone. Today is a Thursday. */
@ExtendWith(ArquillianExtension.class)
class TableRowsIT {

    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int THREE = 3;
    private static final List<Integer> ALL = List.of(ONE, TWO, THREE);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final DateRange RANGE = new DateRange(MONDAY, TODAY);

    @Inject
    private TrafficStore traffic;

    @Inject
    private MultiSeries several;

    @Inject
    private TableRows lines;

    @Inject
    private RepositorySeries history;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
        for (int id : ALL) {
            database.repository(id, "acme", "r" + id);
        }
        traffic.merge(
                ONE,
                MONDAY.datesUntil(MONDAY.plusDays(7))
                        .map(day -> PeriodNumbers.whole(day, day.getDayOfMonth(), 1, 3, 1))
                        .toList());
        traffic.merge(ONE, List.of(PeriodNumbers.whole(TODAY, 100, 10, 5, 2)));
        traffic.mergeWeeks(ONE, List.of(PeriodNumbers.whole(MONDAY, 35, 4, 21, 2)));
        traffic.merge(
                TWO,
                List.of(
                        PeriodNumbers.whole(MONDAY.plusDays(3), 50, 9, 0, 0),
                        new PeriodNumbers(MONDAY.plusDays(4), 0, 0, Coverage.NONE, 7, 3, Coverage.WHOLE)));
    }

    @Test
    void seriesOfSeveralAreThoseOfEach() {
        for (Interval interval : Interval.values()) {
            for (DateRange range : List.of(RANGE, new DateRange(MONDAY.plusDays(2), MONDAY.plusDays(9)))) {
                Map<Integer, List<TrafficPoint>> found = several.of(ALL, range, interval);
                for (int id : ALL) {
                    assertThat(found.get(id)).as(interval + " of " + id).isEqualTo(history.series(id, range, interval));
                }
            }
        }
        assertThat(several.of(List.of(), RANGE, Interval.DAY)).isEmpty();
    }

    @Test
    void theFirstDaysAreThoseOfEachThatHasAny() {
        assertThat(several.firstDays(ALL))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ONE, MONDAY, TWO, MONDAY.plusDays(3)));
    }

    @Test
    void theLatestLinesComeFirstWithTheirGaps() {
        Page<TableRow> page = page("-date", Interval.DAY, 0, 4);
        assertThat(page.total()).isEqualTo(11 + 8);
        assertThat(page.items())
                .containsExactly(
                        new TableRow(ONE, new TrafficPoint(TODAY, 100L, 10, 5L, 2, true)),
                        new TableRow(TWO, TrafficPoint.notCollected(TODAY)),
                        new TableRow(ONE, TrafficPoint.notCollected(TODAY.minusDays(1))),
                        new TableRow(TWO, TrafficPoint.notCollected(TODAY.minusDays(1))));
    }

    @Test
    void byNumbersWhatIsMissingComesLastEitherWay() {
        assertThat(values("-views", Measure.VIEWS))
                .startsWith(100L, 50L, 8L, 7L)
                .endsWith((Long) null);
        assertThat(values("views", Measure.VIEWS)).startsWith(2L, 3L, 4L).endsWith((Long) null);
        assertThat(values("-clones", Measure.CLONES)).startsWith(7L, 5L, 3L).contains(0L);
        assertThat(values("-cloners", Measure.CLONERS)).startsWith(3L, 2L, 1L);
        List<TableRow> pages = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            pages.addAll(page("-views", Interval.DAY, number, 4).items());
        }
        assertThat(pages).isEqualTo(page("-views", Interval.DAY, 0, 50).items());
    }

    @Test
    void weeksHaveGitHubsUniquesWhereTheyAreTrue() {
        assertThat(page("-date", Interval.WEEK, 0, 50).items())
                .containsExactly(
                        new TableRow(ONE, new TrafficPoint(MONDAY.plusDays(7), 100L, null, 5L, null, true)),
                        new TableRow(TWO, TrafficPoint.notCollected(MONDAY.plusDays(7))),
                        new TableRow(ONE, new TrafficPoint(MONDAY, 35L, 4, 21L, 2, false)),
                        new TableRow(TWO, new TrafficPoint(MONDAY, 50L, null, 7L, null, true)));
    }

    @Test
    void aPageOfManyRepositoriesCostsNoMoreStatementsThanOfOne() throws SQLException {
        List<Integer> many = new ArrayList<>(ALL);
        IntStream.range(0, Chunks.LARGEST - ALL.size()).forEach(i -> many.add(1_000_000 + i));
        assertThat(lines.page(many, RANGE, Interval.DAY, RowOrder.LATEST, 0, 50))
                .isEqualTo(page("-date", Interval.DAY, 0, 50));
        if (database.counts()) {
            assertThat(statements(many)).isEqualTo(statements(List.of(ONE))).isPositive();
        }
    }

    private long statements(List<Integer> repositories) {
        return database.queries(() -> lines.page(repositories, RANGE, Interval.DAY, RowOrder.LATEST, 0, 50));
    }

    private List<Long> values(String order, Measure measure) {
        List<Long> values = new ArrayList<>();
        page(order, Interval.DAY, 0, 50).items().forEach(line -> values.add(measure.of(line.point())));
        return values;
    }

    private Page<TableRow> page(String order, Interval interval, int page, int size) {
        return lines.page(ALL, RANGE, interval, RowOrder.parse(order), page, size);
    }
}
