package ghtraffic.database.migration;

import ghtraffic.database.SqlFailure;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/**
 * Applies the missing migrations to a database. A database of the Python application, recognized by its tables, starts
 * after the first migration.
 */
public final class SchemaMigration {
    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
    private static final String MIGRATIONS = "classpath:db/migration";
    /** The waits add up to 15 seconds. After that the platform restarts the server. */
    private static final int ATTEMPTS_TO_CONNECT = 5;
    /** About ten minutes, because another server may be migrating millions of rows. */
    private static final int ATTEMPTS_TO_GET_THE_TURN = 40;

    private static final int ATTEMPTS_TO_MIGRATE = 5;

    private final DataSource dataSource;
    private final String location;
    private final Retry.Pause pause;

    SchemaMigration(DataSource dataSource, String location, Retry.Pause pause) {
        this.dataSource = dataSource;
        this.location = location;
        this.pause = pause;
    }

    /**
     * Migrates the database and returns the number of applied migrations. It waits while another server migrates. It
     * holds one connection all the time, and the data source must give two more.
     *
     * @throws SchemaException if the database cannot be reached or its schema is not the expected one
     */
    public static int migrate(DataSource dataSource) {
        return new SchemaMigration(dataSource, MIGRATIONS, wait -> Thread.sleep(wait.toMillis())).migrate();
    }

    int migrate() {
        try (Connection connection = connect()) {
            return migrateLocked(connection);
        } catch (SQLException | FlywayException e) {
            throw new SchemaException(
                    "The database could not be migrated (SQLSTATE " + SqlFailure.of(e) + "): "
                            + FlywayLog.masked(e.getMessage()).strip()
                            + "\nThe application does not start on a schema that is not its own. Put right what the"
                            + " message names, or restore the backup, and start again.",
                    e);
        }
    }

    private Connection connect() {
        try {
            return new Retry(ATTEMPTS_TO_CONNECT, e -> !SqlFailure.isSignInRefused(e), pause)
                    .run("Connecting to the database", dataSource::getConnection);
        } catch (SQLException e) {
            String advice = SqlFailure.isSignInRefused(e)
                    ? "The database refused user or password. Check those in DB2_URI."
                    : "The database cannot be reached. Check that it runs and that DB2_URI names its host, port and name;"
                            + " an embedded one is open in one server only.";
            throw new SchemaException(advice + " (SQLSTATE " + SqlFailure.of(e) + ")", e);
        }
    }

    private int migrateLocked(Connection connection) throws SQLException {
        String organize = isDb2(connection) ? "organize by row" : "";
        Retry turns = new Retry(ATTEMPTS_TO_GET_THE_TURN, SqlFailure::isLocked, pause);
        try (MigrationLock turn = MigrationLock.take(connection, organize, turns)) {
            Flyway flyway = flyway(organize, SchemaTables.of(connection));
            requireMigrations(flyway);
            MigrateResult result = new Retry(ATTEMPTS_TO_MIGRATE, SqlFailure::isLocked, pause)
                    .run("Migrating the database", flyway::migrate);
            report(result);
            return result.migrationsExecuted;
        }
    }

    private Flyway flyway(String organize, SchemaTables tables) {
        FluentConfiguration configuration = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .loggers(FlywayLogs.class.getName())
                .locations(location)
                .table(SchemaTables.HISTORY)
                .placeholders(Map.of("organize", organize))
                .validateOnMigrate(true)
                .cleanDisabled(true);
        if (!tables.hasHistory()) {
            configuration.baselineOnMigrate(true).baselineVersion(tables.doneBeforeHistory());
        }
        return configuration.load();
    }

    private void requireMigrations(Flyway flyway) {
        boolean found = Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getType() == CoreMigrationType.SQL
                        && migration.getState().isResolved());
        if (!found) {
            throw new SchemaException("No migration was found under " + location + ". The application is not complete:"
                    + " the folder must hold the SQL files and, on Open Liberty, an empty file flyway.location.");
        }
    }

    private static void report(MigrateResult result) {
        @Nullable
        String version = result.migrationsExecuted > 0 ? result.targetSchemaVersion : result.initialSchemaVersion;
        String text = "The database schema is at version {0}; {1} migrations were applied";
        LOG.log(Level.INFO, text, version, result.migrationsExecuted);
    }

    private static boolean isDb2(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getDatabaseProductName()
                .toUpperCase(Locale.ROOT)
                .startsWith("DB2");
    }
}
