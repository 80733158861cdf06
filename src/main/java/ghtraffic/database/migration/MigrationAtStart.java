package ghtraffic.database.migration;

import ghtraffic.database.SqlFailure;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;

/**
 * Migrates the database when the application starts. If that fails, the process ends with {@value #REFUSED}, or with
 * {@value #TRY_AGAIN} if another start may succeed. {@code ghtraffic.server.start} has looked at the database before, so
 * this is rare.
 */
@ApplicationScoped
class MigrationAtStart {
    private static final int REFUSED = 78;
    private static final int TRY_AGAIN = 75;

    @Resource(lookup = "jdbc/traffic")
    DataSource dataSource;

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        try {
            SchemaMigration.migrate(dataSource);
        } catch (SchemaException e) {
            boolean passes = SqlFailure.isUnreachable(e) || SqlFailure.isLocked(e);
            int code = passes ? TRY_AGAIN : REFUSED;
            String text = passes
                    ? "The server does not start: {0} Exit code {1}: start it again."
                    : "The server does not start: {0} Exit code {1}.";
            System.getLogger(MigrationAtStart.class.getName())
                    .log(Level.ERROR, text, line(String.valueOf(e.getMessage())), code);
            // At once: the server would log stack traces of an application that fails to start, and wait for it at its
            // end.
            Runtime.getRuntime().halt(code);
        }
    }

    /** Flyway draws lines below its titles. */
    static String line(String message) {
        return message.replaceAll("-{3,}", " ").replaceAll("\\s+", " ");
    }
}
