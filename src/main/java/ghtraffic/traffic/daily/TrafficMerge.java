package ghtraffic.traffic.daily;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables that store the maximum of each value. A merge reads the range once and sends only the differences, in two
 * batches. The update statement itself compares the values, so that two merges at the same time lose no value.
 */
enum TrafficMerge {
    DAYS("repotraffic"),
    WEEKS("weeklytraffic");

    private final String select;
    private final String insert;
    private final String raise;

    TrafficMerge(String name) {
        this.select = """
                select tdate, viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete from %s
                where rid = ? and tdate between ? and ?
                """.formatted(name);
        this.insert = """
                insert into %s (viewcount, vuniques, incomplete, clonecount, cuniques, cincomplete, rid, tdate)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(name);
        this.raise = """
                update %s set
                  viewcount = case when viewcount < cast(? as int) then cast(? as int) else viewcount end,
                  vuniques = case when vuniques < cast(? as int) then cast(? as int) else vuniques end,
                  incomplete = case when incomplete > cast(? as smallint) then cast(? as smallint) else incomplete end,
                  clonecount = case when clonecount < cast(? as int) then cast(? as int) else clonecount end,
                  cuniques = case when cuniques < cast(? as int) then cast(? as int) else cuniques end,
                  cincomplete = case when cincomplete > cast(? as smallint) then cast(? as smallint) else cincomplete end
                where rid = ? and tdate = ?
                """.formatted(name);
    }

    MergeResult merge(Connection connection, int repository, List<PeriodNumbers> seen) throws SQLException {
        Map<LocalDate, PeriodNumbers> kept = kept(connection, repository, seen);
        List<PeriodNumbers> added = new ArrayList<>();
        List<PeriodNumbers> raised = new ArrayList<>();
        for (PeriodNumbers numbers : seen) {
            PeriodNumbers row = kept.get(numbers.start());
            if (row == null) {
                added.add(numbers);
            } else if (isBelow(row, numbers)) {
                raised.add(numbers);
            }
        }
        insert(connection, repository, added);
        raise(connection, repository, raised);
        if (this == DAYS) {
            List<LocalDate> changed = Stream.concat(added.stream(), raised.stream())
                    .map(PeriodNumbers::start)
                    .toList();
            for (CalendarSum period : CalendarSum.values()) {
                period.recompute(connection, repository, changed);
            }
        }
        return new MergeResult(added.size(), raised.size(), seen.size() - added.size() - raised.size());
    }

    private static boolean isBelow(PeriodNumbers row, PeriodNumbers seen) {
        return row.views() < seen.views()
                || row.visitors() < seen.visitors()
                || row.clones() < seen.clones()
                || row.cloners() < seen.cloners()
                || row.viewsCovered().compareTo(seen.viewsCovered()) > 0
                || row.clonesCovered().compareTo(seen.clonesCovered()) > 0;
    }

    private Map<LocalDate, PeriodNumbers> kept(Connection connection, int repository, List<PeriodNumbers> seen)
            throws SQLException {
        Map<LocalDate, PeriodNumbers> kept = new HashMap<>();
        @Nullable
        LocalDate from = seen.stream()
                .map(PeriodNumbers::start)
                .min(LocalDate::compareTo)
                .orElse(null);
        @Nullable
        LocalDate to = seen.stream()
                .map(PeriodNumbers::start)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (from == null || to == null) {
            return kept;
        }
        try (PreparedStatement rows = connection.prepareStatement(select)) {
            rows.setInt(1, repository);
            rows.setDate(2, Date.valueOf(from));
            rows.setDate(3, Date.valueOf(to));
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    PeriodNumbers numbers = read(row);
                    kept.put(numbers.start(), numbers);
                }
            }
        }
        return kept;
    }

    private static PeriodNumbers read(ResultSet row) throws SQLException {
        return new PeriodNumbers(
                row.getDate(1).toLocalDate(),
                row.getInt(2),
                row.getInt(3),
                Coverage.of(row.getShort(4)),
                row.getInt(5),
                row.getInt(6),
                Coverage.of(row.getShort(7)));
    }

    private void insert(Connection connection, int repository, List<PeriodNumbers> added) throws SQLException {
        batch(connection, insert, 1, repository, added);
    }

    private void raise(Connection connection, int repository, List<PeriodNumbers> raised) throws SQLException {
        batch(connection, raise, 2, repository, raised);
    }

    /**
     * Sends one row for each of the numbers. Each value is set {@code times} times in a row, because the update uses it
     * twice.
     */
    private static void batch(Connection connection, String sql, int times, int repository, List<PeriodNumbers> numbers)
            throws SQLException {
        if (numbers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PeriodNumbers one : numbers) {
                int[] values = {
                    one.views(),
                    one.visitors(),
                    one.viewsCovered().code(),
                    one.clones(),
                    one.cloners(),
                    one.clonesCovered().code()
                };
                int place = 1;
                for (int value : values) {
                    for (int i = 0; i < times; i++) {
                        statement.setInt(place++, value);
                    }
                }
                statement.setInt(place++, repository);
                statement.setDate(place, Date.valueOf(one.start()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
