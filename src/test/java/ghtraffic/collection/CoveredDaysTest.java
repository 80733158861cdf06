package ghtraffic.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.github.DailyCount;
import ghtraffic.github.TrafficWindow;
import ghtraffic.traffic.DailyNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoveredDaysTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 1, 1);
    private static final TrafficWindow NOTHING = new TrafficWindow(0, 0, List.of());

    @Test
    void anAbsentDayOfTheWindowIsAQuietDay() {
        List<DailyNumbers> days = CoveredDays.of(NOTHING, NOTHING, LONG_AGO, NOW);
        assertThat(days).hasSize(15).allMatch(day -> day.views() == 0 && day.cloners() == 0);
        assertThat(days.get(0).day()).isEqualTo("2026-01-17");
        assertThat(days.get(14).day()).isEqualTo("2026-01-31");
    }

    @Test
    void theCutDayAndTodayArePartial() {
        assertThat(CoveredDays.of(NOTHING, NOTHING, LONG_AGO, NOW).stream().filter(DailyNumbers::partial))
                .extracting(DailyNumbers::day)
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
        return CoveredDays.of(NOTHING, NOTHING, LONG_AGO, now).stream()
                .filter(numbers -> numbers.day().equals(day))
                .findFirst()
                .orElseThrow()
                .partial();
    }

    @Test
    void nothingIsSaidOfDaysBeforeTheRepositoryExisted() {
        assertThat(CoveredDays.of(NOTHING, NOTHING, LocalDate.of(2026, 1, 29), NOW))
                .extracting(DailyNumbers::day)
                .containsExactly(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 1, 30), LocalDate.of(2026, 1, 31));
    }

    @Test
    void aDayOfOneListAloneCountsZeroInTheOther() {
        TrafficWindow views = new TrafficWindow(7, 3, List.of(new DailyCount(LocalDate.of(2026, 1, 20), 7, 3)));
        assertThat(CoveredDays.of(views, NOTHING, LONG_AGO, NOW))
                .contains(new DailyNumbers(LocalDate.of(2026, 1, 20), 7, 3, 0, 0, false));
    }

    @Test
    void aDayThatGitHubGivesOutsideTheWindowIsKeptAsPartial() {
        TrafficWindow clones = new TrafficWindow(2, 1, List.of(new DailyCount(LocalDate.of(2026, 1, 16), 2, 1)));
        assertThat(CoveredDays.of(NOTHING, clones, LONG_AGO, NOW))
                .hasSize(16)
                .contains(new DailyNumbers(LocalDate.of(2026, 1, 16), 0, 0, 2, 1, true));
    }
}
