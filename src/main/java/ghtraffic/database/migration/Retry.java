package ghtraffic.database.migration;

import ghtraffic.database.SqlFailure;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;

/**
 * Repeats an attempt that may succeed the next time. It waits one second first, then twice as long each time, up to 16.
 */
record Retry(int attempts, Predicate<Exception> worthAnother, Pause pause) {
    private static final System.Logger LOG = System.getLogger(Retry.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(16);

    /** Waits between two attempts. */
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    /** An attempt that the database may refuse. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** Returns the result of the first attempt that succeeds. If none does, it throws the exception of the last one. */
    <T> T run(String purpose, Attempt<T> attempt) throws SQLException {
        Duration wait = Duration.ofSeconds(1);
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (SQLException | FlywayException e) {
                if (number == attempts || !worthAnother.test(e)) {
                    throw e;
                }
                String text = "{0}: attempt {1} of {2} failed with SQLSTATE {3}, the next follows in {4} s";
                LOG.log(Level.WARNING, text, purpose, number, attempts, SqlFailure.of(e), wait.toSeconds());
            }
            await(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private void await(Duration wait) {
        try {
            pause.last(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException("The start was interrupted while the database was being waited for", e);
        }
    }
}
