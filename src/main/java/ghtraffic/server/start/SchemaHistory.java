package ghtraffic.server.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Compares the migrations that a database has had, as Flyway recorded them, with those of this version. */
final class SchemaHistory {

    private static final String HISTORY =
            "select \"version\", \"script\", \"checksum\", \"success\" from \"flyway_schema_history\" where \"type\" = 'SQL'";

    private static final String SEED = "/db/migration/V1__seed_schema.sql";
    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");

    private SchemaHistory() {}

    /**
     * Returns why the migrations would be refused. A database without a history is fine if it is new, or has all tables of the Python
     * application.
     */
    static Optional<Finding> finding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                Optional<Finding> finding =
                        finding(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getBoolean(4));
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("42")) {
                return incomplete(connection);
            }
            throw e;
        }
    }

    private static Optional<Finding> incomplete(Connection connection) throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (InputStream seed = SchemaHistory.class.getResourceAsStream(SEED)) {
            if (seed != null) {
                TABLE.matcher(new String(seed.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(table -> missing.add(table.group(1)));
            }
        } catch (IOException e) {
            return Optional.empty(); // The migration itself looks again.
        }
        String schema = connection.getSchema();
        boolean some = false;
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, schema == null ? null : schema.strip(), null, new String[] {"TABLE"})) {
            while (tables.next()) {
                some |= missing.remove(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return some && !missing.isEmpty()
                ? Optional.of(Finding.lasting("The database has only some of the tables of an earlier application, not "
                        + String.join(", ", missing) + ": create these, or set DB2_URI to another database or user"))
                : Optional.empty();
    }

    private static Optional<Finding> finding(String version, String script, int checksum, boolean success) {
        if (!success) {
            return Optional.of(Finding.lasting("The migration " + version
                    + " of the database failed before: restore the backup, and start again"));
        }
        try (InputStream known = SchemaHistory.class.getResourceAsStream("/db/migration/" + script)) {
            if (known == null) {
                return Optional.of(Finding.lasting("The database is newer than this version, it has the migration "
                        + version + ": run the newer version, or restore the backup"));
            }
            return checksum(known) == checksum
                    ? Optional.empty()
                    : Optional.of(
                            Finding.lasting(
                                    "The migration " + version
                                            + " of the database differs from the one of this version: run an unchanged version, or restore the backup"));
        } catch (IOException e) {
            return Optional.empty(); // The migration itself looks again.
        }
    }

    /** Returns the checksum that Flyway gives to a file: of its lines, without their ends. */
    private static int checksum(InputStream file) throws IOException {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
