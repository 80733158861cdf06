package ghtraffic.database.migration;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;

/**
 * Migrates the database when the application starts. If that fails, the process ends with {@value #REFUSED}.
 * {@code ghtraffic.server.start} has looked at the database before, so this is rare.
 */
@ApplicationScoped
class MigrationAtStart {
    private static final int REFUSED = 78;

    @Resource(lookup = "jdbc/traffic")
    DataSource dataSource;

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        try {
            SchemaMigration.migrate(dataSource);
        } catch (SchemaException e) {
            String text = "The server does not start: {0} Exit code {1}.";
            System.getLogger(MigrationAtStart.class.getName())
                    .log(Level.ERROR, text, String.valueOf(e.getMessage()).replace("\n", " "), REFUSED);
            // In a thread of its own, because the end of the server waits for this one.
            new Thread(() -> System.exit(REFUSED), "end of the server").start();
            throw e;
        }
    }
}
