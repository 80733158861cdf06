package ghtraffic.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Accesses the application's database directly in tests: plain SQL, and each statement is committed immediately. */
@ApplicationScoped
public class TestDatabase {

    /**
     * All tables that the application writes to. Tables with foreign keys come before the tables that these refer to.
     */
    private static final List<String> TABLES = List.of(
            "takeover",
            "plaintokens",
            "collectionerrors",
            "collectionrest",
            "collectionruns",
            "repohealth",
            "windowtotals",
            "weeklytraffic",
            "popularlists",
            "referrers",
            "paths",
            "popularity",
            "releases",
            "releaseassets",
            "assetdownloads",
            "repodetails",
            "formernames",
            "notes",
            "repoparts",
            "credentialhealth",
            "credentialwarnings",
            "githubapps",
            "discoveryrules",
            "discoveries",
            "repotraffic",
            "monthlysums",
            "dekadsums",
            "systemlog",
            "admintenantreporoles",
            "adminroles",
            "adminusers",
            "browsersessions",
            "accesstokens",
            "auditlog",
            "identities",
            "tenantrepos",
            "tenants",
            "repos",
            "ghorgusers");

    @Resource(lookup = "jdbc/traffic")
    DataSource dataSource;

    /** Restores the state after the migrations. */
    public void empty() throws SQLException {
        run("update collectionlease set runid = null, holder = null, expires = null");
        for (String table : TABLES) {
            run("delete from " + table);
        }
        run("delete from ghservers where ghserverid > 1");
    }

    /** Inserts a repository of github.com. A new owner gets the id of this first repository. */
    public void repository(int id, String owner, String name) throws SQLException {
        if (rows("select oid from ghorgusers where username = '" + owner + "'").isEmpty()) {
            run("insert into ghorgusers (oid, username, usertype) values (%d, '%s', 'O')".formatted(id, owner));
        }
        run(
                "insert into repos (rid, rname, ghserverid, oid, schedule) select %d, '%s', 1, oid, 0 from ghorgusers where username = '%s'"
                        .formatted(id, name, owner));
    }

    /** Executes SQL statements one after the other. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns whether the database counts its queries; only H2 does. */
    public boolean counts() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        }
    }

    /** Returns how many queries an action causes. The database must {@linkplain #counts() count} them. */
    public long queries(Runnable something) {
        try {
            run("set query_statistics false", "set query_statistics true");
            something.run();
            return Long.parseLong(rows("select sum(execution_count) from information_schema.query_statistics"
                            + " where sql_statement like 'SELECT%' or sql_statement like 'select%'")
                    .get(0));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns each row of a query as a text with its columns, separated by spaces. */
    public List<String> rows(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(rows.getString(column)).strip());
                }
                result.add(String.join(" ", columns));
            }
            return result;
        }
    }
}
