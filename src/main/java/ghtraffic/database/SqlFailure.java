package ghtraffic.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Classifies a failure by the SQLSTATEs among its causes, because error codes differ between the databases. */
public final class SqlFailure {
    private static final int DEPTH = 20;
    /** Db2: resource not available; H2: lock timeout. Class 40 (deadlock and the like) counts as well. */
    private static final Set<String> LOCKED = Set.of("57033", "HYT00");

    private static final String DUPLICATE = "23505";
    /** Liberty throws this when it has no connection to give. The application cannot see the class, only its name. */
    private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

    private SqlFailure() {}

    /** Returns whether a lock of somebody else was in the way, so that another attempt may succeed. */
    public static boolean isLocked(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("40") || LOCKED.contains(state));
    }

    /**
     * Returns whether the database was down, had no connection left, lost one, or did not answer in time. Db2 reports
     * 58009 for a connection that ended in the middle of a statement.
     */
    public static boolean isUnreachable(Throwable failure) {
        return states(failure)
                        .anyMatch(state -> state.startsWith("08") || state.startsWith("57") || state.startsWith("58"))
                || causes(failure)
                        .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                                || cause instanceof SQLNonTransientConnectionException
                                || cause instanceof SQLRecoverableException
                                || cause instanceof SQLTimeoutException
                                || isWithoutConnection(cause.getClass()));
    }

    /** Returns whether a row with this key exists already. Another request may have inserted it at the same time. */
    public static boolean isDuplicate(Throwable failure) {
        return states(failure).anyMatch(DUPLICATE::equals);
    }

    /** Returns whether the database refused the user or the password. */
    public static boolean isSignInRefused(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("28"));
    }

    /** Returns the first SQLSTATE among the causes, or "unknown". */
    public static String of(Throwable failure) {
        return states(failure).findFirst().orElse("unknown");
    }

    /**
     * Attaches the further exceptions of a batch as suppressed ones, so that a log prints them, and returns the
     * failure.
     */
    public static SQLException withNext(SQLException failure) {
        SQLException next = failure.getNextException();
        for (int depth = 0; next != null && depth < DEPTH; depth++) {
            failure.addSuppressed(next);
            next = next.getNextException();
        }
        return failure;
    }

    private static boolean isWithoutConnection(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != null, Class::getSuperclass)
                .anyMatch(one -> one.getName().equals(NO_CONNECTION));
    }

    private static Stream<String> states(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null);
    }

    /**
     * Returns the failure and its causes, including the exceptions that a batch chains with {@code getNextException}.
     */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .flatMap(cause -> cause instanceof SQLException several
                        ? StreamSupport.stream(several.spliterator(), false).limit(DEPTH)
                        : Stream.of(cause));
    }
}
