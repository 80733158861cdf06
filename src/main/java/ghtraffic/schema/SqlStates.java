package ghtraffic.schema;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** What a failure means, by the SQLSTATE somewhere among its causes; error codes differ between the databases. */
final class SqlStates {
    private static final int DEPTH = 20;
    /** Db2: resource not available; H2: lock timeout. All of class 40, deadlock and the like, comes on top. */
    private static final Set<String> LOCKED = Set.of("57033", "HYT00");

    private SqlStates() {}

    /** Whether a lock that somebody else held was in the way. */
    static boolean isLocked(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("40") || LOCKED.contains(state));
    }

    /** Whether user or password were refused. */
    static boolean isSignInRefused(Throwable failure) {
        return states(failure).anyMatch(state -> state.startsWith("28"));
    }

    /** The first SQLSTATE among the causes, or "unknown". */
    static String of(Throwable failure) {
        return states(failure).findFirst().orElse("unknown");
    }

    private static Stream<String> states(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null);
    }
}
