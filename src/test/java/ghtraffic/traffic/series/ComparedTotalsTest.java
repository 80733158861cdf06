package ghtraffic.traffic.series;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.ranges.RangeChoice;
import ghtraffic.ranges.ResolvedRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedTotalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final TrafficPoint MISSING = TrafficPoint.notCollected(TODAY.minusDays(9));

    @Test
    void addsUpAndCompares() {
        ComparedTotals totals = ComparedTotals.of(chosen("7d"), days(7, 3, false), days(7, 2, false));
        assertThat(totals.views()).isEqualTo(21);
        assertThat(totals.clones()).isEqualTo(42);
        assertThat(text(totals.viewsChange())).isEqualTo("+50\u00a0%");
    }

    @Test
    void neitherAMissingDayNorAPartOfOneIsCompared() {
        assertThat(ComparedTotals.of(chosen("7d"), days(7, 3, false), List.of(MISSING))
                        .viewsChange()
                        .remark(Locale.ENGLISH))
                .isEqualTo("not comparable: 1 day of the two periods not wholly collected");
        ComparedTotals partly = ComparedTotals.of(chosen("7d"), days(2, 3, true), days(7, 2, false));
        assertThat(partly.views()).isEqualTo(6);
        assertThat(partly.clonesChange().remark(Locale.ENGLISH))
                .isEqualTo("not comparable: 2 days of the two periods not wholly collected");
    }

    @Test
    void whatWasNotCollectedIsNoZero() {
        ComparedTotals totals = ComparedTotals.of(chosen("7d"), List.of(MISSING), days(7, 2, false));
        assertThat(totals.views()).isNull();
        assertThat(totals.clones()).isNull();
        assertThat(ComparedTotals.of(chosen("7d"), days(7, 0, false), List.of()).views())
                .isZero();
    }

    @Test
    void todayIsNotComparedAndNothingIsWhereThatWasChosen() {
        assertThat(ComparedTotals.of(chosen("today"), days(1, 3, true), days(1, 2, false))
                        .viewsChange()
                        .remark(Locale.ENGLISH))
                .isEqualTo("not comparable: today is not over");
        ResolvedRange alone =
                RangeChoice.read(Map.of("compare", "none"), TODAY).choice().at(TODAY, null);
        assertThat(ComparedTotals.of(alone, days(7, 3, false), List.of()).viewsChange())
                .isEqualTo(Change.NONE);
    }

    @Test
    void togetherTheChangeIsThatOfThoseThatCanBeCompared() {
        ComparedTotals whole = ComparedTotals.of(chosen("7d"), days(7, 4, false), days(7, 2, false));
        ComparedTotals young = ComparedTotals.of(chosen("7d"), days(7, 100, false), List.of(MISSING));
        ComparedTotals younger = ComparedTotals.of(chosen("7d"), days(7, 100, false), List.of(MISSING, MISSING));
        ComparedTotals together = ComparedTotals.together(List.of(young, whole));
        assertThat(together.views()).isEqualTo(728);
        assertThat(text(together.viewsChange())).isEqualTo("+100\u00a0%");
        assertThat(ComparedTotals.together(List.of(young)).viewsChange().remark(Locale.ENGLISH))
                .isEqualTo("not comparable: 1 day of the two periods not wholly collected");
        assertThat(ComparedTotals.together(List.of(young, younger))
                        .viewsChange()
                        .remark(Locale.ENGLISH))
                .isEqualTo("not comparable: no repository was collected on every day");
        assertThat(ComparedTotals.together(List.of()))
                .isEqualTo(new ComparedTotals(null, null, Change.NONE, Change.NONE));
    }

    private static String text(Change change) {
        return change.text(Locale.ENGLISH);
    }

    private static ResolvedRange chosen(String word) {
        return RangeChoice.read(Map.of("period", word), TODAY).choice().at(TODAY, null);
    }

    private static List<TrafficPoint> days(int count, long views, boolean partial) {
        LocalDate first = TODAY.minusDays(count);
        return first.datesUntil(TODAY)
                .map(day -> new TrafficPoint(day, views, 1, 2 * views, 1, partial))
                .toList();
    }
}
