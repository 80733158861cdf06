package ghtraffic.traffic.exports;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.database.Chunks;
import ghtraffic.lists.Csv;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.traffic.daily.Coverage;
import ghtraffic.traffic.series.MultiSeries;
import ghtraffic.traffic.series.TrafficPoint;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVPrinter;

/** Writes traffic as CSV while it is read, so that ten years of many repositories do not have to fit in memory. */
@ApplicationScoped
public class CsvExport {

    private static final String ROWS = """
            select tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from repotraffic
            where rid = ? and tdate between ? and ? order by tdate
            """;

    private static final int FETCH_SIZE = 1_000;

    /** The number of repositories whose weeks are computed, and so held in memory, at once. */
    private static final int AT_ONCE = 50;

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    @Inject
    private MultiSeries series;

    /**
     * Writes one line for each collected day or week of each repository. The first columns are those of the Python
     * application. Numbers that were not collected are empty. PARTIAL is 1 if the numbers of the line are partial,
     * and for a week also if the range contains only a part of it.
     *
     * @param interval days or weeks
     * @param out the stream to write to, in UTF-8
     * @throws IOException if the stream or the database fails
     */
    public void write(List<TrackedRepository> repositories, DateRange range, Interval interval, OutputStream out)
            throws IOException {
        try (CSVPrinter printer = Csv.printer(
                out,
                "RID",
                "TDATE",
                "VIEWCOUNT",
                "VUNIQUES",
                "CLONECOUNT",
                "CUNIQUES",
                "ORGNAME",
                "REPONAME",
                "PARTIAL")) {
            if (interval == Interval.WEEK) {
                weeks(repositories, range, printer);
            } else {
                days(repositories, range, printer);
            }
        }
    }

    private void days(List<TrackedRepository> repositories, DateRange range, CSVPrinter printer) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement rows = connection.prepareStatement(ROWS)) {
            rows.setFetchSize(FETCH_SIZE);
            for (TrackedRepository repository : repositories) {
                rows.setInt(1, repository.id());
                rows.setDate(2, Date.valueOf(range.from()));
                rows.setDate(3, Date.valueOf(range.to()));
                print(printer, repository, rows);
            }
        } catch (SQLException e) {
            throw new IOException("The database failed while the file was written", e);
        }
    }

    private void weeks(List<TrackedRepository> repositories, DateRange range, CSVPrinter printer) throws IOException {
        for (List<TrackedRepository> portion : Chunks.of(repositories, AT_ONCE)) {
            Map<Integer, List<TrafficPoint>> weeks =
                    series.of(portion.stream().map(TrackedRepository::id).toList(), range, Interval.WEEK);
            for (TrackedRepository repository : portion) {
                print(printer, repository, weeks.getOrDefault(repository.id(), List.of()), range);
            }
        }
    }

    private static void print(CSVPrinter printer, TrackedRepository repository, PreparedStatement rows)
            throws SQLException, IOException {
        try (ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                Coverage views = Coverage.of(row.getShort(4));
                Coverage clones = Coverage.of(row.getShort(7));
                boolean whole = views != Coverage.PARTIAL && clones != Coverage.PARTIAL;
                printer.printRecord(
                        repository.id(),
                        row.getDate(1).toLocalDate(),
                        known(views, row.getInt(2)),
                        known(views, row.getInt(3)),
                        known(clones, row.getInt(5)),
                        known(clones, row.getInt(6)),
                        Csv.text(repository.owner()),
                        Csv.text(repository.name()),
                        whole ? 0 : 1);
            }
        }
    }

    private static void print(
            CSVPrinter printer, TrackedRepository repository, List<TrafficPoint> weeks, DateRange range)
            throws IOException {
        for (TrafficPoint week : weeks) {
            if (week.collected()) {
                printer.printRecord(
                        repository.id(),
                        week.date(),
                        week.views(),
                        week.visitors(),
                        week.clones(),
                        week.cloners(),
                        Csv.text(repository.owner()),
                        Csv.text(repository.name()),
                        week.partial() || range.cuts(Interval.WEEK, week.date()) ? 1 : 0);
            }
        }
    }

    /** Returns an empty text for numbers that were not collected, because zero stands for a day without traffic. */
    private static Object known(Coverage covered, int value) {
        return covered == Coverage.NONE ? "" : value;
    }
}
