package ghtraffic.database.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The tables that a schema has already, in lower case. They decide where the migrations start. */
record SchemaTables(Set<String> names) {
    static final String HISTORY = "flyway_schema_history";
    private static final Set<String> SEED = Set.of(
            "ghservers",
            "repos",
            "repotraffic",
            "tenants",
            "ghorgusers",
            "tenantrepos",
            "systemlog",
            "adminusers",
            "adminroles",
            "admintenantreporoles",
            "adminrolevalues");

    static SchemaTables of(Connection connection) throws SQLException {
        @Nullable String schema = connection.getSchema();
        Set<String> names = new HashSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, schema == null ? null : schema.strip(), null, new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return new SchemaTables(Set.copyOf(names));
    }

    boolean has(String table) {
        return names.contains(table);
    }

    boolean hasHistory() {
        return has(HISTORY);
    }

    /**
     * Returns the version that the schema had before Flyway kept a history: 1 if all tables of the first migration
     * exist, 0 if none does. Anything between is an error, because such a database cannot be identified.
     *
     * @throws SchemaException if only some of the tables exist
     */
    MigrationVersion doneBeforeHistory() {
        Set<String> missing = new TreeSet<>(SEED);
        missing.removeAll(names);
        if (!missing.isEmpty() && missing.size() < SEED.size()) {
            throw new SchemaException("The database has some of the tables of an earlier application but not all, and"
                    + " cannot be taken over. Missing: " + String.join(", ", missing)
                    + ". Create what is missing, or set DB2_URI to another database or user.");
        }
        return MigrationVersion.fromVersion(missing.isEmpty() ? "1" : "0");
    }
}
