package ghtraffic.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a failure means, by the SQLSTATE somewhere among its causes; error codes differ between the databases. */
public final class SqlFailure {
    private static final int DEPTH = 20;
    /** Db2: resource not available; H2: lock timeout. All of class 40, deadlock and the like, comes on top. */
    private static final Set<String> LOCKED = Set.of("57033", "HYT00");

    private static final String DUPLICATE = "23505";
    /** The server throws it when it has no connection to give; the application does not see the class. */
    private static final String NO_CONNECTION = "jakarta.resource.ResourceException";

    private SqlFailure() {}

    /** Whether a lock that somebody else held was in the way: what was tried may well succeed the next time. */
    public static boolean isLocked(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("40") || LOCKED.contains(state));
    }

    /**
     * Whether the database was not there, had no connection left, lost one, or did not answer in time. Db2 says 58009 of
     * a connection that ended in the midst of a statement.
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

    /** Whether a row of that key is there already, perhaps because somebody else inserted it at the same time. */
    public static boolean isDuplicate(Throwable failure) {
        return states(failure).anyMatch(DUPLICATE::equals);
    }

    /** Whether user or password were refused. */
    public static boolean isSignInRefused(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("28"));
    }

    /** The first SQLSTATE among the causes, or "unknown". */
    public static String of(Throwable failure) {
        return states(failure).findFirst().orElse("unknown");
    }

    /** The failure, with what a batch says of its parts where a log prints it, too. */
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

    /** With those that a batch says one after the other. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .flatMap(cause -> cause instanceof SQLException several
                        ? StreamSupport.stream(several.spliterator(), false).limit(DEPTH)
                        : Stream.of(cause));
    }
}
