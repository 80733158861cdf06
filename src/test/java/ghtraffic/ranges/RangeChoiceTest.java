package ghtraffic.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RangeChoiceTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private static final LocalDate FIRST = LocalDate.of(2024, 5, 17);

    @ParameterizedTest
    @CsvSource({
        "today, D, 2026-01-31, 2026-01-31, 2026-01-31",
        "7d, W, 2026-01-24, 2026-01-31, 2026-01-30",
        "28d, F, 2026-01-03, 2026-01-31, 2026-01-30",
        "91d, N, 2025-11-01, 2026-01-31, 2026-01-30",
        "month, M, 2026-01-01, 2026-01-31, 2026-01-30",
        "last-month, P, 2025-12-01, 2025-12-31, 2025-12-31",
        "year, Y, 2026-01-01, 2026-01-31, 2026-01-30",
        "12m, L, 2025-01-31, 2026-01-31, 2026-01-30",
        "all, A, 2024-05-17, 2026-01-31, 2026-01-30"
    })
    void aPresetShowsTheseDaysAndCountsThoseThatAreOver(
            String word, String key, LocalDate from, LocalDate to, LocalDate lastCounted) {
        ResolvedRange chosen = chosen(Map.of("period", word));
        assertThat(chosen.choice().preset().key()).isEqualTo(key);
        assertThat(chosen.shown()).isEqualTo(new DateRange(from, to));
        assertThat(chosen.counted()).isEqualTo(new DateRange(from, lastCounted));
        assertThat(chosen.isUnfinished()).isEqualTo(word.equals("today"));
    }

    @ParameterizedTest
    @CsvSource({"7d, 7", "28d, 28", "91d, 91"})
    void theLastDaysAreThatManyAndNotToday(String word, int days) {
        assertThat(chosen(Map.of("period", word)).counted().days()).isEqualTo(days);
    }

    @Test
    void withoutAnyWordItIsTheLast28DaysBesideThe28Before() {
        assertThat(read(Map.of("id", "7"))).isEqualTo(RangeChoice.DEFAULT);
        ResolvedRange chosen = chosen(Map.of());
        assertThat(chosen.compared()).hasValue(new DateRange(LocalDate.of(2025, 12, 6), LocalDate.of(2026, 1, 2)));
        assertThat(chosen.interval()).isEqualTo(Interval.DAY);
    }

    @Test
    void onTheFirstOfAMonthThereIsNothingButToday() {
        LocalDate first = LocalDate.of(2026, 2, 1);
        ResolvedRange chosen =
                RangeChoice.read(Map.of("period", "month"), first).choice().at(first, null);
        assertThat(chosen.counted()).isEqualTo(new DateRange(first, first));
        assertThat(chosen.isUnfinished()).isTrue();
    }

    @Test
    void allIsTenYearsAtMostAndAMonthWhereNothingWasCollected() {
        RangeChoice all = read(Map.of("period", "all"));
        assertThat(all.at(TODAY, LocalDate.of(1999, 1, 1)).shown().from()).isEqualTo("2016-01-31");
        assertThat(all.with(ComparisonPeriod.YEAR)
                        .at(TODAY, LocalDate.of(1999, 1, 1))
                        .compared())
                .isPresent();
        assertThat(all.at(TODAY, FIRST).compared())
                .as("before all, nothing was")
                .isEmpty();
        assertThat(all.at(TODAY, FIRST).comparison()).isEqualTo(ComparisonPeriod.NONE);
        assertThat(all.at(TODAY, null).shown().from()).isEqualTo("2026-01-03");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, 2026-01-05, 7", "2026-01-05, 2026-01-11, 7", "2026-01-05, 2026-01-12, 14"})
    void thePreviousPeriodIsAsManyWholeWeeksBeforeAsTheRangeNeeds(String from, String to, int shift) {
        ResolvedRange chosen = chosen(Map.of("from", from, "to", to));
        assertThat(chosen.shift()).isEqualTo(shift);
        DateRange compared = chosen.compared().orElseThrow();
        assertThat(compared.to()).isBefore(chosen.shown().from());
        assertThat(compared.from().getDayOfWeek())
                .isEqualTo(chosen.shown().from().getDayOfWeek());
    }

    @Test
    void theSamePeriodOfLastYearHasTheSameWeekdays() {
        ResolvedRange chosen = chosen(Map.of("period", "7d", "compare", "year"));
        assertThat(chosen.shift()).isEqualTo(364);
        assertThat(chosen.compared()).hasValue(new DateRange(LocalDate.of(2025, 1, 25), LocalDate.of(2025, 1, 31)));
    }

    @Test
    void nothingIsComparedWhereThatWasChosen() {
        ResolvedRange chosen = chosen(Map.of("compare", "none"));
        assertThat(chosen.compared()).isEmpty();
        assertThat(chosen.shift()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"91d, day", "12m, week", "last-month, day"})
    void theIntervalFitsTheLengthUnlessChosen(String word, String interval) {
        assertThat(chosen(Map.of("period", word)).interval()).hasToString(interval);
        assertThat(chosen(Map.of("period", word, "interval", "month")).interval())
                .isEqualTo(Interval.MONTH);
    }

    @Test
    void aWeekOrMonthAtAnEdgeOfTheRangeIsCut() {
        ResolvedRange weeks = chosen(Map.of("from", "2026-01-07", "to", "2026-01-18", "interval", "week"));
        assertThat(weeks.cuts(LocalDate.of(2026, 1, 5))).isTrue();
        assertThat(weeks.cuts(LocalDate.of(2026, 1, 12))).isFalse();
        ResolvedRange months = chosen(Map.of("from", "2025-12-01", "to", "2026-01-30", "interval", "month"));
        assertThat(months.cuts(LocalDate.of(2025, 12, 1))).isFalse();
        assertThat(months.cuts(LocalDate.of(2026, 1, 1))).isTrue();
    }

    @Test
    void aLongTimeIsShownByMonth() {
        assertThat(chosen(Map.of("from", "2020-01-01", "to", "2025-12-31")).interval())
                .isEqualTo(Interval.MONTH);
    }

    @Test
    void noDayAfterTodayIsShown() {
        assertThat(chosen(Map.of("from", "2026-01-30", "to", "2026-12-31")).shown())
                .isEqualTo(new DateRange(LocalDate.of(2026, 1, 30), TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'period=30d', '“30d” is no range.'",
                "'period=custom', 'needs a first and a last day'",
                "'from=2026-01-01', 'needs a first and a last day'",
                "'from=2026-02-30&to=2026-03-01', '“2026-02-30” is no day'",
                "'from=yesterday&to=2026-03-01', '“yesterday” is no day'",
                "'from=+12026-01-01&to=2026-01-01', 'is no day'",
                "'from=1969-12-31&to=2026-01-01', '“1969-12-31” is no day'",
                "'from=2026-01-02&to=2026-01-01', 'is after the last one'",
                "'from=2026-02-01&to=2026-02-02', 'Nothing is known yet'",
                "'from=2010-01-01&to=2026-01-01', 'at most ten years'"
            })
    void whatIsNoRangeIsSaidAndTheDefaultShown(String query, String problem) {
        RangeChoice.Reading reading = RangeChoice.read(parameters(query), TODAY);
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .contains(problem)
                .contains("28 days");
        assertThat(reading.choice()).isEqualTo(RangeChoice.DEFAULT);
    }

    @Test
    void aWrongComparisonOrIntervalLeavesTheRangeAlone() {
        RangeChoice.Reading reading =
                RangeChoice.read(Map.of("period", "7d", "compare", "us", "interval", "hour"), TODAY);
        assertThat(reading.problems()).hasSize(2);
        assertThat(reading.choice()).isEqualTo(RangeChoice.DEFAULT.with(RangePreset.WEEK));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(RangePreset preset) {
        RangeChoice choice = new RangeChoice(
                preset,
                preset == RangePreset.CUSTOM ? LocalDate.of(2025, 12, 24) : null,
                preset == RangePreset.CUSTOM ? TODAY : null,
                ComparisonPeriod.YEAR,
                Interval.WEEK);
        assertThat(read(parameters(choice.query()))).isEqualTo(choice);
    }

    @Test
    void comparisonsAreChosenInTurn() {
        assertThat(ComparisonPeriod.PREVIOUS.next().next().next()).isEqualTo(ComparisonPeriod.PREVIOUS);
    }

    private static RangeChoice read(Map<String, String> parameters) {
        RangeChoice.Reading reading = RangeChoice.read(parameters, TODAY);
        assertThat(reading.problems()).isEmpty();
        return reading.choice();
    }

    private static ResolvedRange chosen(Map<String, String> parameters) {
        return read(parameters).at(TODAY, FIRST);
    }

    private static Map<String, String> parameters(String query) {
        return java.util.Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
