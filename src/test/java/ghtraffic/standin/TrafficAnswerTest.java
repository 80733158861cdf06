package ghtraffic.standin;

import static ghtraffic.standin.TestClient.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.TestClient.Row;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficAnswerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-31");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-31T00:00:00Z");

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void windowOfAnAfternoonHasFifteenDaysAndCutsTheOldest() {
        LocalDate oldest = TODAY.minusDays(14);
        Map<LocalDate, Row> days = asking.days("acme/widgets", "views", NOW);

        assertEquals(15, days.size());
        assertTrue(days.containsKey(oldest) && days.containsKey(TODAY), days::toString);
        assertEquals(14, asking.days("acme/widgets", "views", MIDNIGHT).size());
        assertTrue(views(oldest, NOW).count() < views(oldest, MIDNIGHT).count(), "the oldest day is cut at ten");
    }

    @Test
    void todayGrowsByTheHourAndNotWithin() {
        Row atTen = views(TODAY, NOW);

        assertEquals(atTen, views(TODAY, NOW.plus(Duration.ofMinutes(39))));
        assertTrue(atTen.count() < views(TODAY, NOW.plus(Duration.ofHours(1))).count());
    }

    @Test
    void daysWithoutTrafficAreAbsentAndNoRowIsZero() {
        Map<LocalDate, Row> views = asking.days("acme/quiet", "views", NOW);
        Map<LocalDate, Row> clones = asking.days("acme/quiet", "clones", NOW);

        assertTrue(views.size() < 8, views::toString);
        assertNotEquals(views.keySet(), clones.keySet());
        assertTrue(asking.days("acme/gadgets", "views", NOW).size() < 15);
        assertTrue(views.values().stream().allMatch(row -> row.count() > 0 && row.uniques() > 0), views::toString);
    }

    @ParameterizedTest
    @CsvSource({"acme/widgets,views", "acme/widgets,clones", "acme/gadgets,views", "acme/quiet,views"})
    void aClockThatMovesShowsOneHistory(String repository, String kind) {
        Map<LocalDate, Row> highest = new HashMap<>();
        Map<LocalDate, Row> complete = new HashMap<>();
        for (Instant now = NOW; now.isBefore(NOW.plus(Duration.ofDays(21))); now = now.plus(Duration.ofHours(7))) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            for (Map.Entry<LocalDate, Row> day :
                    asking.days(repository, kind, now).entrySet()) {
                highest.merge(day.getKey(), day.getValue(), (a, b) -> a.isAtMost(b) ? b : a);
                if (day.getKey().isBefore(today) && day.getKey().isAfter(today.minusDays(14))) {
                    Row earlier = complete.putIfAbsent(day.getKey(), day.getValue());
                    assertTrue(earlier == null || earlier.equals(day.getValue()), () -> "changed: " + day);
                }
            }
        }

        assertFalse(complete.isEmpty());
        complete.forEach((day, row) -> assertEquals(row, highest.get(day), day::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "acme/widgets,views,day",
        "acme/widgets,views,week",
        "acme/widgets,clones,day",
        "acme/gadgets,clones,week"
    })
    void uniquesStayWithinTheirBounds(String repository, String kind, String per) {
        Map<LocalDate, Row> rows = asking.rows(repository, kind, per, NOW);
        Row total = asking.total(repository, kind, per, NOW);

        long most = rows.values().stream().mapToLong(Row::uniques).max().orElseThrow();
        long sum = rows.values().stream().mapToLong(Row::uniques).sum();
        assertTrue(rows.values().stream().allMatch(row -> row.uniques() <= row.count()));
        assertEquals(rows.values().stream().mapToLong(Row::count).sum(), total.count());
        assertTrue(most <= total.uniques() && total.uniques() <= sum, most + " <= " + total + " <= " + sum);
    }

    @Test
    void weeksBeginOnMondayAndKnowTheirOwnUniques() {
        Map<LocalDate, Row> weeks = asking.rows("acme/widgets", "views", "week", NOW);
        Map<LocalDate, Row> days = asking.days("acme/widgets", "views", NOW);

        assertEquals(
                Set.of(LocalDate.parse("2026-01-12"), LocalDate.parse("2026-01-19"), LocalDate.parse("2026-01-26")),
                weeks.keySet());
        weeks.forEach((monday, week) -> {
            assertEquals(DayOfWeek.MONDAY, monday.getDayOfWeek());
            List<Row> its = days.entrySet().stream()
                    .filter(day ->
                            !day.getKey().isBefore(monday) && day.getKey().isBefore(monday.plusDays(7)))
                    .map(Map.Entry::getValue)
                    .toList();
            assertEquals(its.stream().mapToLong(Row::count).sum(), week.count());
            assertTrue(week.uniques() < its.stream().mapToLong(Row::uniques).sum());
        });
    }

    @Test
    void nothingHappensBeforeARepositoryExists() {
        LocalDate created = LocalDate.parse("2026-01-20");

        assertEquals(
                created,
                asking.days("acme/young", "views", NOW).keySet().iterator().next());
        assertTrue(asking.days("acme/young", "views", Instant.parse("2026-01-19T12:00:00Z"))
                .isEmpty());
    }

    @Test
    void idAndNameInAnyCaseGiveTheSameTraffic() {
        String byName = asking.get("/repos/Acme/WIDGETS/traffic/views").body();

        assertEquals(byName, asking.get("/repositories/1001/traffic/views").body());
    }

    @ParameterizedTest
    @CsvSource({"referrers,referrer", "paths,path"})
    void popularListsHaveTenEntriesAndMoveOnceADay(String list, String key) {
        String path = "/repos/acme/widgets/traffic/popular/" + list;
        String today = asking.get(path).body();
        List<Object> entries = TestClient.array(asking.get(path));

        assertEquals(10, entries.size());
        long last = Long.MAX_VALUE;
        for (Object entry : entries) {
            Row row = Row.of((Map<?, ?>) entry);
            assertTrue(row.uniques() <= row.count() && row.count() <= last, entries::toString);
            assertFalse(TestClient.member(entry, key).toString().isEmpty());
            last = row.count();
        }
        asking.gitHub.setNow(NOW.plus(Duration.ofHours(13)));
        assertEquals(today, asking.get(path).body());
        asking.gitHub.setNow(NOW.plus(Duration.ofHours(14)));
        assertNotEquals(today, asking.get(path).body());
    }

    @Test
    void anUnknownPeriodIsRefused() {
        assertEquals(
                422, asking.get("/repos/acme/widgets/traffic/views?per=month").statusCode());
    }

    private Row views(LocalDate day, Instant now) {
        return asking.days("acme/widgets", "views", now).getOrDefault(day, new Row(0, 0));
    }
}
