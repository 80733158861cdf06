package ghtraffic.database.migration;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** Migrates the database when the application starts. If that fails, the application does not start. */
@ApplicationScoped
class MigrationAtStart {
    @Resource(lookup = "jdbc/traffic")
    DataSource dataSource;

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        SchemaMigration.migrate(dataSource);
    }
}
