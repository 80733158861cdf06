package ghtraffic.traffic.daily;

import ghtraffic.database.migration.SchemaMigration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;

/** Merging 15 days of each of a thousand repositories into tables that hold ten years of them, in the embedded database. */
public final class MergeBenchmark {

    private static final int REPOSITORIES = 1_000;
    private static final int DAYS = 15;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FIRST = TODAY.minusYears(10);

    private final PrintStream out;

    /** Prints there. */
    public MergeBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Makes its database in a new folder below this one. */
    public void run(Path parent) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "merge");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + folder.resolve("traffic") + ";MODE=DB2;WRITE_DELAY=0");
        try (Connection connection = database.getConnection()) {
            SchemaMigration.migrate(database);
            connection.setAutoCommit(false);
            out.printf("filled with %d rows%n", fill(connection));
            long start = System.nanoTime();
            merge(connection, TODAY, 100);
            time("merging: a new day and one that grew", REPOSITORIES * DAYS, start);
            start = System.nanoTime();
            merge(connection, TODAY, 100);
            time("merging the same again", REPOSITORIES * DAYS, start);
            start = System.nanoTime();
            merge(connection, TODAY, 200);
            time("merging 15 days that all grew", REPOSITORIES * DAYS, start);
            start = System.nanoTime();
            merge(connection, FIRST.minusDays(1), 100);
            time("merging 15 days that are all new", REPOSITORIES * DAYS, start);
        }
        out.printf("size of the database: %d MB%n", Files.size(folder.resolve("traffic.mv.db")) / 1024 / 1024);
    }

    private static long fill(Connection connection) throws SQLException {
        long rows = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques) values (?, ?, ?, 1, 1, 1)")) {
            for (int repository = 1; repository <= REPOSITORIES; repository++) {
                insert.setInt(1, repository);
                for (LocalDate day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
                    insert.setDate(2, Date.valueOf(day));
                    insert.setInt(3, day.equals(TODAY.minusDays(1)) ? 50 : 100);
                    insert.addBatch();
                    rows++;
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return rows;
    }

    private static void merge(Connection connection, LocalDate last, int views) throws SQLException {
        for (int repository = 1; repository <= REPOSITORIES; repository++) {
            List<PeriodNumbers> days = IntStream.range(0, DAYS)
                    .mapToObj(back -> PeriodNumbers.whole(last.minusDays(back), views, 1, 1, 1))
                    .toList();
            TrafficMerge.DAYS.merge(connection, repository, days);
            connection.commit();
        }
    }

    private void time(String what, long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf("%s: %d rows, %.1f s, %.0f rows/s%n", what, rows, seconds, rows / seconds);
    }
}
