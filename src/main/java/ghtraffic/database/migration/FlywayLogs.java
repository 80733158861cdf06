package ghtraffic.database.migration;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Creates the logs of Flyway's classes. It is public because Flyway creates it by its class name. */
public final class FlywayLogs implements LogCreator {
    @Override
    public Log createLogger(Class<?> type) {
        return new FlywayLog(System.getLogger(type.getName()));
    }
}
