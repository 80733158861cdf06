package ghtraffic.traffic;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Views and clones of each month of each repository, so that years of many of them are added up at once. They are derived from
 * the days, in the transaction of each change.
 */
final class MonthlySums {

    private static final String DELETE = "delete from monthlysums where rid = ? and tmonth = ?";

    private static final String INSERT = """
            insert into monthlysums (rid, tmonth, viewcount, clonecount, wholedays)
            select rid, cast(? as int),
              sum(case when incomplete < 2 then cast(viewcount as bigint) end),
              sum(case when cincomplete < 2 then cast(clonecount as bigint) end),
              sum(case when incomplete = 0 and cincomplete = 0 then 1 else 0 end)
            from repotraffic where rid = ? and tdate between ? and ? group by rid
            """;

    private MonthlySums() {}

    /** How the table calls a month: 202601. */
    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Sums up anew the months of these days, for a caller who {@linkplain ghtraffic.catalogue.CatalogueLedger#hold holds} the repository. */
    static void renew(Connection connection, int repository, Collection<LocalDate> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        SortedSet<YearMonth> months = new TreeSet<>();
        days.forEach(day -> months.add(YearMonth.from(day)));
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (YearMonth month : months) {
                delete.setInt(1, repository);
                delete.setInt(2, number(month));
                delete.addBatch();
                insert.setInt(1, number(month));
                insert.setInt(2, repository);
                insert.setDate(3, Date.valueOf(month.atDay(1)));
                insert.setDate(4, Date.valueOf(month.atEndOfMonth()));
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
