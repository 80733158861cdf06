package ghtraffic.collection.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.model.DailyCount;
import ghtraffic.github.model.TrafficPeriod;
import ghtraffic.github.model.TrafficWindow;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.daily.PeriodNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                .contains(PeriodNumbers.of(LocalDate.of(2026, 1, 16), 0, 0, 2, 1, Coverage.PARTIAL));
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
