package ghtraffic.database.migration;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** The logs of Flyway's classes. Public because Flyway makes one itself, by its name. */
public final class FlywayLogs implements LogCreator {
    @Override
    public Log createLogger(Class<?> type) {
        return new FlywayLog(System.getLogger(type.getName()));
    }
}
