package ghtraffic.traffic.series;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.ranges.ComparisonPeriod;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.RangePreset;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.MergeResult;
import ghtraffic.traffic.daily.PeriodNumbers;
import ghtraffic.traffic.daily.TrafficStore;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sums of whole months and dekads are kept; a range has the sum of its days all the same, whatever came when. */
@ExtendWith(ArquillianExtension.class)
class RangeTotalsIT {

    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Inject
    private TrafficStore traffic;

    @Inject
    private RangeTotals sums;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private AtOnce atOnce;

    @Inject
    private Event<HistoryDeleted> deleted;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-09-01T10:00:00Z"));
        database.repository(ONE, "acme", "one");
        database.repository(TWO, "acme", "two");
    }

    @Test
    void anyRangeHasTheSumOfItsDays() {
        Random random = new Random(7);
        Map<LocalDate, PeriodNumbers> kept = new HashMap<>();
        for (int visit = 0; visit < 40; visit++) {
            List<PeriodNumbers> seen = visit(random);
            traffic.merge(ONE, seen);
            seen.forEach(day -> kept.merge(day.start(), day, RangeTotalsIT::best));
            traffic.merge(TWO, visit(random));
        }
        for (int i = 0; i < 200; i++) {
            LocalDate from = FIRST.plusDays(random.nextInt(140));
            DateRange range = new DateRange(from, from.plusDays(random.nextInt(140)));
            assertThat(total(ONE, range)).as("%s", range).isEqualTo(expected(kept, range));
        }
    }

    /** Some days in a row, partly uncollected, with numbers that GitHub may raise later. */
    private static List<PeriodNumbers> visit(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(140));
        List<PeriodNumbers> seen = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            Coverage views = Coverage.of((short) random.nextInt(3));
            Coverage clones = Coverage.of((short) random.nextInt(3));
            seen.add(new PeriodNumbers(
                    from.plusDays(i),
                    views == Coverage.NONE ? 0 : random.nextInt(50),
                    0,
                    views,
                    clones == Coverage.NONE ? 0 : random.nextInt(50),
                    0,
                    clones));
        }
        return seen;
    }

    private static PeriodNumbers best(PeriodNumbers one, PeriodNumbers other) {
        return new PeriodNumbers(
                one.start(),
                Math.max(one.views(), other.views()),
                0,
                better(one.viewsCovered(), other.viewsCovered()),
                Math.max(one.clones(), other.clones()),
                0,
                better(one.clonesCovered(), other.clonesCovered()));
    }

    private static Coverage better(Coverage one, Coverage other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Totals expected(Map<LocalDate, PeriodNumbers> days, DateRange range) {
        return new Totals(
                sum(collected(days, range)
                        .filter(day -> day.viewsCovered() != Coverage.NONE)
                        .map(PeriodNumbers::views)),
                sum(collected(days, range)
                        .filter(day -> day.clonesCovered() != Coverage.NONE)
                        .map(PeriodNumbers::clones)));
    }

    private static Stream<PeriodNumbers> collected(Map<LocalDate, PeriodNumbers> days, DateRange range) {
        return days.values().stream()
                .filter(day ->
                        !day.start().isBefore(range.from()) && !day.start().isAfter(range.to()));
    }

    private static @Nullable Long sum(Stream<Integer> numbers) {
        return numbers.map(Long::valueOf).reduce(Long::sum).orElse(null);
    }

    private Totals total(int repository, DateRange range) {
        ComparedTotals total = sums.ofEach(List.of(ONE, TWO), chosen(range)).get(repository);
        return total == null ? new Totals(null, null) : new Totals(total.views(), total.clones());
    }

    private static ResolvedRange chosen(DateRange range) {
        return new ResolvedRange(
                new RangeChoice(RangePreset.CUSTOM, range.from(), range.to(), ComparisonPeriod.NONE, null),
                range,
                TODAY);
    }

    @Test
    void aDayThatIsRaisedAloneRenewsItsMonth() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        DateRange january = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        traffic.merge(ONE, List.of(PeriodNumbers.whole(day, 10, 1, 1, 1)));
        traffic.merge(ONE, List.of(PeriodNumbers.whole(day, 12, 1, 1, 1)));
        assertThat(total(ONE, january)).isEqualTo(new Totals(12L, 1L));
    }

    @Test
    void ofChangesAtOnceNoneIsLostFromTheMonth() throws Exception {
        LocalDate month = LocalDate.of(2026, 1, 1);
        List<Object> answers =
                atOnce.call(8, i -> traffic.merge(ONE, List.of(PeriodNumbers.whole(month.plusDays(i), 10, 1, 1, 1))));
        assertThat(answers).hasOnlyElementsOfType(MergeResult.class);
        assertThat(total(ONE, new DateRange(month, month.plusDays(30)))).isEqualTo(new Totals(80L, 8L));
    }

    @Test
    void aHistoryThatWasDeletedIsInNoSum() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 5);
        traffic.merge(ONE, List.of(PeriodNumbers.whole(day, 10, 1, 1, 1)));
        traffic.merge(TWO, List.of(PeriodNumbers.whole(day, 3, 1, 2, 1)));
        transaction.begin();
        deleted.fire(new HistoryDeleted(ONE));
        transaction.commit();
        DateRange january = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        DateRange dekad = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 10));
        assertThat(total(ONE, january)).isEqualTo(new Totals(null, null));
        assertThat(total(ONE, dekad)).isEqualTo(new Totals(null, null));
        assertThat(total(TWO, dekad)).isEqualTo(new Totals(3L, 2L));
        assertThat(total(TWO, january)).isEqualTo(new Totals(3L, 2L));
    }
}
