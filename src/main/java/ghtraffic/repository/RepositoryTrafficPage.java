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

/** The traffic of one repository: figures, chart and table. */
@Named
@RequestScoped
public class RepositoryTrafficPage {

    /**
     * A line of the table.
     *
     * @param point a day, week or month
     * @param before what it is compared with; null where nothing is compared
     * @param cut whether the range holds only a part of it
     */
    public record Line(TrafficPoint point, @Nullable TrafficPoint before, boolean cut) {

        /** Whether its numbers are of a part of the time. */
        public boolean half() {
            return half(point);
        }

        /** Whether the numbers that it is compared with are of a part of the time. */
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

    /** Newest first. */
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

    /** The lines of the table, newest first. */
    public List<Line> getLines() {
        return lines;
    }

    /** Views and clones of the range. */
    public @Nullable ComparedTotals getTotals() {
        return totals;
    }

    /** On how many of the days that the totals are of something was collected. */
    public int getCollectedDays() {
        return collectedDays;
    }

    /** GitHub's own uniques of the last 14 days that end in the range; null when none were collected. */
    public @Nullable WindowUniques getUniques() {
        return uniques;
    }

    /** Whether any of the range was collected. */
    public boolean isCollected() {
        return lines.stream().anyMatch(line -> line.point().collected());
    }

    /** Whether anything was ever collected, in this range or another. */
    public boolean isEverCollected() {
        return page.firstDay() != null;
    }

    /** Whether uniques are known of times as long as the points are. */
    public boolean isUniquesShown() {
        return switch (page.chosen().interval()) {
            case DAY, WEEK -> true;
            case MONTH -> false;
        };
    }

    /** Where the chart gets its numbers. */
    public String getSource() {
        ResolvedRange chosen = page.chosen();
        return "/api/v1/repositories/" + page.getId() + "/traffic?" + days(chosen.shown()) + "&interval="
                + chosen.interval() + "&compare=" + chosen.comparison().word();
    }

    /** Where the chart gets what happened. */
    public String getMarkers() {
        return "/api/v1/repositories/" + page.getId() + "/markers?"
                + days(page.chosen().shown());
    }

    /** The daily numbers as a file. */
    public String getFile() {
        return "/api/v1/traffic.csv?repository=" + page.getId() + "&"
                + days(page.chosen().shown());
    }

    private static String days(DateRange range) {
        return "from=" + range.from() + "&to=" + range.to();
    }

    /** What the day, week or month that begins on this day is called. */
    public String name(LocalDate start) {
        return switch (page.chosen().interval()) {
            case DAY -> say.day(start);
            case WEEK -> say.of("weekOf", start);
            case MONTH -> say.month(start);
        };
    }
}
