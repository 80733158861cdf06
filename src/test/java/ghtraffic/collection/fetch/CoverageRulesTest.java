package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 1, 1);
    private static final TrafficWindow NOTHING = new TrafficWindow(0, 0, List.of());

    @Test
    void anAbsentDayOfTheWindowIsAQuietDay() {
        List<PeriodNumbers> days = CoverageRules.of(TrafficPeriod.DAY, NOTHING, NOTHING, LONG_AGO, NOW);
        assertThat(days).hasSize(15).allMatch(day -> day.views() == 0 && day.cloners() == 0);
        assertThat(days.get(0).start()).isEqualTo("2026-01-17");
        assertThat(days.get(14).start()).isEqualTo("2026-01-31");
    }

    @Test
    void theCutDayAndTodayArePartial() {
        assertThat(CoverageRules.of(TrafficPeriod.DAY, NOTHING, NOTHING, LONG_AGO, NOW).stream()
                        .filter(CoverageRulesTest::partial))
                .extracting(PeriodNumbers::start)
                .containsExactly(LocalDate.of(2026, 1, 17), LocalDate.of(2026, 1, 31));
    }

    @Test
    void aDayIsWholeOnlyTwoHoursAfterItsEnd() {
        assertThat(partial(Instant.parse("2026-02-01T01:59:59Z"), LocalDate.of(2026, 1, 31)))
                .isTrue();
        assertThat(partial(Instant.parse("2026-02-01T02:00:00Z"), LocalDate.of(2026, 1, 31)))
                .isFalse();
    }

    private static boolean partial(Instant now, LocalDate day) {
        return CoverageRules.of(TrafficPeriod.DAY, NOTHING, NOTHING, LONG_AGO, now).stream()
                .filter(numbers -> numbers.start().equals(day))
                .findFirst()
                .map(CoverageRulesTest::partial)
                .orElseThrow();
    }

    private static boolean partial(PeriodNumbers numbers) {
        return numbers.viewsCovered() == Coverage.PARTIAL && numbers.clonesCovered() == Coverage.PARTIAL;
    }

    @Test
    void nothingIsSaidOfDaysBeforeTheRepositoryExisted() {
        assertThat(CoverageRules.of(TrafficPeriod.DAY, NOTHING, NOTHING, LocalDate.of(2026, 1, 29), NOW))
                .extracting(PeriodNumbers::start)
                .containsExactly(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 1, 30), LocalDate.of(2026, 1, 31));
    }

    @Test
    void aDayOfOneListAloneCountsZeroInTheOther() {
        TrafficWindow views = new TrafficWindow(7, 3, List.of(new DailyCount(LocalDate.of(2026, 1, 20), 7, 3)));
        assertThat(CoverageRules.of(TrafficPeriod.DAY, views, NOTHING, LONG_AGO, NOW))
                .contains(PeriodNumbers.whole(LocalDate.of(2026, 1, 20), 7, 3, 0, 0));
    }

    @Test
    void aDayThatGitHubGivesOutsideTheWindowIsKeptAsPartial() {
        TrafficWindow clones = new TrafficWindow(2, 1, List.of(new DailyCount(LocalDate.of(2026, 1, 16), 2, 1)));
        assertThat(CoverageRules.of(TrafficPeriod.DAY, NOTHING, clones, LONG_AGO, NOW))
                .hasSize(16)
                .contains(new PeriodNumbers(LocalDate.of(2026, 1, 16), 0, 0, Coverage.NONE, 2, 1, Coverage.PARTIAL));
    }

    /** GitHub's window begins at the next full hour, 14 days ago. */
    @Test
    void aDayThatTheWindowHardlyReachesCountsOnlyIfItIsListed() {
        LocalDate oldest = LocalDate.of(2026, 1, 17);
        TrafficWindow listed = new TrafficWindow(2, 1, List.of(new DailyCount(oldest, 2, 1)));
        for (Instant now = Instant.parse("2026-01-31T00:00:00Z");
                now.isBefore(Instant.parse("2026-02-01T00:00:00Z"));
                now = now.plusSeconds(600)) {
            Instant reach =
                    now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(14)).plus(Duration.ofHours(1));
            boolean reached = reach.plus(Duration.ofHours(1)).isBefore(Instant.parse("2026-01-18T00:00:00Z"));
            assertThat(CoverageRules.of(TrafficPeriod.DAY, NOTHING, NOTHING, LONG_AGO, now).stream()
                            .anyMatch(day -> day.start().equals(oldest)))
                    .as("%s", now)
                    .isEqualTo(reached);
            assertThat(CoverageRules.of(TrafficPeriod.DAY, listed, NOTHING, LONG_AGO, now))
                    .as("%s", now)
                    .contains(new PeriodNumbers(
                            oldest, 2, 1, Coverage.PARTIAL, 0, 0, reached ? Coverage.PARTIAL : Coverage.NONE));
        }
    }

    /** Of days with traffic in every hour, and without any, GitHub lists what its window reaches. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noDayIsWrittenOfWhichNothingWasSaid(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Instant now = NOW.plusSeconds(random.nextInt(400 * 86_400));
            Instant reach =
                    now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(14)).plus(Duration.ofHours(1));
            List<DailyCount> days = Stream.iterate(day(reach), day -> !day.isAfter(day(now)), day -> day.plusDays(1))
                    .filter(day -> random.nextInt(4) > 0)
                    .map(day -> new DailyCount(day, 1 + random.nextInt(9), 1))
                    .toList();
            List<PeriodNumbers> numbers =
                    CoverageRules.of(TrafficPeriod.DAY, new TrafficWindow(0, 0, days), null, LONG_AGO, now);
            assertThat(numbers).allMatch(one -> !one.start().isBefore(day(reach)));
            assertThat(numbers.stream().filter(one -> one.views() > 0).map(PeriodNumbers::start))
                    .containsExactlyElementsOf(
                            days.stream().map(DailyCount::day).toList());
            assertThat(numbers)
                    .filteredOn(one -> one.viewsCovered() == Coverage.WHOLE)
                    .hasSizeBetween(12, 13);
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    @Test
    void whatWasNotFetchedIsNotCovered() {
        assertThat(CoverageRules.of(TrafficPeriod.DAY, null, null, LONG_AGO, NOW))
                .isEmpty();
        assertThat(CoverageRules.of(TrafficPeriod.DAY, NOTHING, null, LONG_AGO, NOW))
                .hasSize(15)
                .allMatch(day -> day.clonesCovered() == Coverage.NONE && day.viewsCovered() != Coverage.NONE);
    }

    @Test
    void weeksBeginOnMondayAndOneOfThemIsWhole() {
        List<PeriodNumbers> weeks = CoverageRules.of(TrafficPeriod.WEEK, NOTHING, NOTHING, LONG_AGO, NOW);
        assertThat(weeks)
                .extracting(PeriodNumbers::start)
                .containsExactly(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 19), LocalDate.of(2026, 1, 26));
        assertThat(weeks)
                .extracting(PeriodNumbers::viewsCovered)
                .containsExactly(Coverage.PARTIAL, Coverage.WHOLE, Coverage.PARTIAL);
    }

    @Test
    void theWeekInWhichARepositoryWasCreatedIsItsFirst() {
        assertThat(CoverageRules.of(TrafficPeriod.WEEK, NOTHING, NOTHING, LocalDate.of(2026, 1, 25), NOW))
                .extracting(PeriodNumbers::start)
                .containsExactly(LocalDate.of(2026, 1, 19), LocalDate.of(2026, 1, 26));
    }
}
