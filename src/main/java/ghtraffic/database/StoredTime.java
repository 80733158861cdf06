package ghtraffic.database;

import java.time.Duration;
import java.time.Instant;

/** What holds for times in the database that a server stored whose clock was ahead. */
public final class StoredTime {

    /** How far the clocks of servers on one database may be apart. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StoredTime() {}

    /** Returns whether something that has happened is stored with a time that is still to come. */
    public static boolean isAhead(Instant happened, Instant now) {
        return happened.isAfter(now.plus(TOLERANCE));
    }
}
