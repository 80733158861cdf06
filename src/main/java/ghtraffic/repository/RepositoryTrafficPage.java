package ghtraffic.repository;

import ghtraffic.messages.Wording;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.ResolvedRange;
import ghtraffic.traffic.series.ComparedTotals;
import ghtraffic.traffic.series.SeriesComparison;
import ghtraffic.traffic.series.TrafficPoint;
import ghtraffic.traffic.window.WindowStore;
import ghtraffic.traffic.window.WindowUniques;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The traffic of one repository: totals, chart and table. */
@Named
@RequestScoped
public class RepositoryTrafficPage {

    /**
     * A row of the table.
     *
     * @param point the traffic of a day, week or month
     * @param before the traffic it is compared with, or null without a comparison
     * @param cut whether the range contains only a part of the week or month
     */
    public record Line(TrafficPoint point, @Nullable TrafficPoint before, boolean cut) {

        /** Returns whether its numbers are partial. */
        public boolean half() {
            return half(point);
        }

        /** Returns whether the numbers that it is compared with are partial. */
        public boolean halfBefore() {
            return before != null && half(before);
        }

        private boolean half(TrafficPoint one) {
            return one.collected() && (cut || one.partial());
        }
    }

    @Inject
    private RepositoryPage page;

    @Inject
    private SeriesComparison comparisons;

    @Inject
    private WindowStore windows;

    @Inject
    private Wording say;

    private List<Line> lines = List.of();
    private int collectedDays;
    private @Nullable ComparedTotals totals;
    private @Nullable WindowUniques uniques;

    /** Reads the numbers of the range. */
    @PostConstruct
    void read() {
        if (page.found() != null) {
            ResolvedRange chosen = page.chosen();
            SeriesComparison.Compared compared = comparisons.of(page.getId(), chosen);
            totals = compared.totals();
            collectedDays = compared.collectedDays();
            lines = lines(compared, chosen);
            uniques = windows.uniques(page.getId(), chosen).orElse(null);
        }
    }

    /** Returns the rows of the table, newest first. */
    private static List<Line> lines(SeriesComparison.Compared compared, ResolvedRange chosen) {
        List<Line> newestFirst = new ArrayList<>();
        for (int i = compared.points().size() - 1; i >= 0; i--) {
            TrafficPoint point = compared.points().get(i);
            TrafficPoint before =
                    compared.earlier().isEmpty() ? null : compared.earlier().get(i);
            newestFirst.add(new Line(point, before, chosen.cuts(point.date())));
        }
        return newestFirst;
    }

    /** Returns the rows of the table, newest first. */
    public List<Line> getLines() {
        return lines;
    }

    /** Returns the views and clones of the range, or null if there is no such repository. */
    public @Nullable ComparedTotals getTotals() {
        return totals;
    }

    /** Returns the number of days with collected data among the days of the totals. */
    public int getCollectedDays() {
        return collectedDays;
    }

    /**
     * Returns GitHub's own unique visitors and cloners of the last 14 days that end in the range; null if there are
     * none.
     */
    public @Nullable WindowUniques getUniques() {
        return uniques;
    }

    /** Returns whether any data of the range was collected. */
    public boolean isCollected() {
        return lines.stream().anyMatch(line -> line.point().collected());
    }

    /** Returns whether any data was ever collected, in this range or another. */
    public boolean isEverCollected() {
        return page.firstDay() != null;
    }

    /** Returns whether unique visitors and cloners are shown: GitHub reports them by day and week, but not by month. */
    public boolean isUniquesShown() {
        return switch (page.chosen().interval()) {
            case DAY, WEEK -> true;
            case MONTH -> false;
        };
    }

    /** Returns the API address from which the chart loads its numbers. */
    public String getSource() {
        ResolvedRange chosen = page.chosen();
        return "/api/v1/repositories/" + page.getId() + "/traffic?" + days(chosen.shown()) + "&interval="
                + chosen.interval() + "&compare=" + chosen.comparison().word();
    }

    /** Returns the API address from which the chart loads its markers. */
    public String getMarkers() {
        return "/api/v1/repositories/" + page.getId() + "/markers?"
                + days(page.chosen().shown());
    }

    /** Returns the address of the CSV file with the daily numbers. */
    public String getFile() {
        return "/api/v1/traffic.csv?repository=" + page.getId() + "&"
                + days(page.chosen().shown());
    }

    private static String days(DateRange range) {
        return "from=" + range.from() + "&to=" + range.to();
    }

    /** Returns the name of the day, week or month that starts on this day, in the language of the page. */
    public String name(LocalDate start) {
        return switch (page.chosen().interval()) {
            case DAY -> say.day(start);
            case WEEK -> say.of("weekOf", start);
            case MONTH -> say.month(start);
        };
    }
}
