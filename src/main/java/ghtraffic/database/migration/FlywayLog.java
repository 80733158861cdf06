package ghtraffic.database.migration;

import java.lang.System.Logger.Level;
import java.util.regex.Pattern;
import org.flywaydb.core.api.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Forwards Flyway's log to the system's logger and masks JDBC URLs, because a URL of the IBM driver may hold the
 * password.
 */
record FlywayLog(System.Logger target) implements Log {
    /**
     * Warnings that need no attention: a statement found no row to change, the database is newer than this Flyway
     * knows, and there is no folder of callbacks, which Flyway always looks for.
     */
    private static final Pattern HARMLESS =
            Pattern.compile("SQLSTATE=02000|newer than the version Flyway|location classpath:db/callback");

    private static final Pattern ADDRESS = Pattern.compile("jdbc:\\S+");

    static String masked(@Nullable String message) {
        return message == null ? "" : ADDRESS.matcher(message).replaceAll("jdbc:***");
    }

    @Override
    public void debug(String message) {
        log(Level.TRACE, message);
    }

    @Override
    public void info(String message) {
        log(Level.DEBUG, message);
    }

    @Override
    public void notice(String message) {
        log(Level.DEBUG, message);
    }

    @Override
    public void warn(String message) {
        log(Level.WARNING, message);
    }

    /** Every failure is also an exception, which is logged in one line. */
    @Override
    public void error(String message) {
        log(Level.DEBUG, message);
    }

    @Override
    public void error(String message, Exception failure) {
        error(message + " (" + failure + ")");
    }

    private void log(Level level, String message) {
        boolean harmless = HARMLESS.matcher(message).find();
        target.log(harmless ? Level.DEBUG : level, masked(message));
    }
}
