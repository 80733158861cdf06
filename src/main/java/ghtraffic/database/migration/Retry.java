package ghtraffic.database.migration;

import ghtraffic.database.SqlFailure;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;

/** Tries again what may succeed the next time: a few times, waiting a second first and twice as long each time. */
record Retry(int attempts, Predicate<Exception> worthAnother, Pause pause) {
    private static final System.Logger LOG = System.getLogger(Retry.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(16);

    /** Lets time pass between two attempts. */
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    /** Something that a database may refuse. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** What the first successful attempt answers; throws what the last one threw. */
    <T> T with(String purpose, Attempt<T> attempt) throws SQLException {
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
