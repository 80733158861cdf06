package ghtraffic.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.RangePreset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void drawsTheHighestValueAtTheTopAndZeroAtTheBottom() {
        assertThat(Sparkline.path(List.of(0, 10, 5))).isEqualTo("M0 22h.01L50 2L100 12");
    }

    @Test
    void drawsTheLargestNumbersToo() {
        assertThat(Sparkline.path(List.of(Integer.MAX_VALUE, 0))).isEqualTo("M0 2h.01L100 22");
    }

    @Test
    void leavesAGapWhereNothingWasCollected() {
        assertThat(Sparkline.path(Arrays.asList(10, null, 10))).isEqualTo("M0 2h.01M100 2h.01");
    }

    @Test
    void drawsQuietDaysAsALineAtTheBottom() {
        assertThat(Sparkline.path(List.of(0, 0))).isEqualTo("M0 22h.01L100 22");
    }

    @Test
    void leavesOutTheDayThatIsNotOver() {
        LocalDate today = LocalDate.of(2026, 3, 12);
        DateRange lines = new DateRange(LocalDate.of(2026, 2, 26), LocalDate.of(2026, 3, 11));
        for (RangePreset preset : List.of(RangePreset.TODAY, RangePreset.WEEK)) {
            assertThat(OverviewBuilder.trend(RangeChoice.DEFAULT.with(preset).at(today, null)))
                    .as(preset.word())
                    .isEqualTo(lines);
        }
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Sparkline.path(List.of())).isEmpty();
    }
}
