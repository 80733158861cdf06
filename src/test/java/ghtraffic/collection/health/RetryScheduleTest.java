package ghtraffic.collection.health;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.catalog.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Installations do not all call at the same time. */
class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");

    private static Instant next(Schedule schedule, int installation) {
        return schedule.next(NOW, RetrySchedule.offset("https://traffic-" + installation + ".example.com"))
                .orElseThrow();
    }

    @Test
    void hourlyCollectionsOfManyInstallationsAreSpreadOverTheHour() {
        assertThat(IntStream.range(0, 600).mapToObj(i -> next(Schedule.HOURLY, i)))
                .allMatch(due -> due.isAfter(NOW) && !due.isAfter(NOW.plus(Duration.ofHours(1))));
        Map<Long, Long> ofEachQuarter = IntStream.range(0, 600)
                .mapToObj(i -> Duration.between(NOW, next(Schedule.HOURLY, i)))
                .collect(Collectors.groupingBy(wait -> (wait.toSeconds() - 1) / 900, Collectors.counting()));
        assertThat(ofEachQuarter).hasSize(4);
        assertThat(ofEachQuarter.values()).allMatch(installations -> installations > 100);
    }

    @Test
    void eachInstallationKeepsItsTime() {
        Instant due = next(Schedule.DAILY, 1);
        assertThat(next(Schedule.DAILY, 1)).isEqualTo(due);
        assertThat(Schedule.DAILY.next(due, RetrySchedule.offset("https://traffic-1.example.com")))
                .contains(due.plus(Duration.ofDays(1)));
    }
}
