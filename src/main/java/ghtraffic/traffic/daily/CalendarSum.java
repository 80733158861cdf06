package ghtraffic.traffic.daily;

import ghtraffic.ranges.DateRange;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A kind of calendar period for which the sums of views and clones of each repository are stored, so that years of many
 * repositories can be added up quickly. The sums are derived from the days, in the transaction of each change.
 */
public enum CalendarSum {
    /** A calendar month. Its number is, for example, 202601. */
    MONTH("monthlysums", "tmonth"),
    /**
     * A dekad, as the World Meteorological Organization calls it: days 1 to 10, 11 to 20, or 21 to the end of a month.
     * The numbers are, for example, 2026011 to 2026013.
     */
    DEKAD("dekadsums", "tdekad");

    private static final int LAST_DEKAD = 21;

    private final String delete;
    private final String insert;
    private final String sums;

    CalendarSum(String table, String column) {
        delete = "delete from %s where rid = ? and %s = ?".formatted(table, column);
        insert = """
                insert into %s (rid, %s, viewcount, clonecount, wholedays)
                select rid, cast(? as int),
                  sum(case when incomplete < 2 then cast(viewcount as bigint) end),
                  sum(case when cincomplete < 2 then cast(clonecount as bigint) end),
                  sum(case when incomplete = 0 and cincomplete = 0 then 1 else 0 end)
                from repotraffic where rid = ? and tdate between ? and ? group by rid
                """.formatted(table, column);
        sums = """
                select p.rid, sum(p.viewcount), sum(p.clonecount), sum(p.wholedays)
                from %%s c join %s p on p.rid = c.rid where p.%s between ? and ? group by p.rid
                """.formatted(table, column);
    }

    /**
     * Returns the statement that reads id, views, clones and the number of whole days of each repository. It is made
     * for {@code ChunkedQuery}; its parameters are the first and the last {@link #number} to add up.
     */
    public String sums() {
        return sums;
    }

    /** Returns the days of all periods that lie completely in the range; empty when there is no such period. */
    public Optional<DateRange> wholePeriodsIn(DateRange range) {
        LocalDate first = start(range.from());
        return DateRange.between(
                first.equals(range.from()) ? first : next(first),
                start(range.to().plusDays(1)).minusDays(1));
    }

    /** Returns the number of the period that the day is in, as its table stores it. */
    public int number(LocalDate day) {
        int month = day.getYear() * 100 + day.getMonthValue();
        return this == MONTH ? month : month * 10 + dekad(day);
    }

    private static int dekad(LocalDate day) {
        return Math.min((day.getDayOfMonth() + 9) / 10, 3);
    }

    private LocalDate start(LocalDate day) {
        return day.withDayOfMonth(this == MONTH ? 1 : dekad(day) * 10 - 9);
    }

    private LocalDate next(LocalDate start) {
        return this == MONTH || start.getDayOfMonth() == LAST_DEKAD
                ? start.withDayOfMonth(1).plusMonths(1)
                : start.plusDays(10);
    }

    /**
     * Computes again the sums of the periods that these days are in. The caller has locked the repository with
     * {@link ghtraffic.catalog.RepositoryStore#hold}.
     */
    void recompute(Connection connection, int repository, Collection<LocalDate> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        SortedSet<LocalDate> starts = new TreeSet<>();
        days.forEach(day -> starts.add(start(day)));
        try (PreparedStatement deleting = connection.prepareStatement(delete);
                PreparedStatement inserting = connection.prepareStatement(insert)) {
            for (LocalDate start : starts) {
                deleting.setInt(1, repository);
                deleting.setInt(2, number(start));
                deleting.addBatch();
                inserting.setInt(1, number(start));
                inserting.setInt(2, repository);
                inserting.setDate(3, Date.valueOf(start));
                inserting.setDate(4, Date.valueOf(next(start).minusDays(1)));
                inserting.addBatch();
            }
            deleting.executeBatch();
            inserting.executeBatch();
        }
    }
}
