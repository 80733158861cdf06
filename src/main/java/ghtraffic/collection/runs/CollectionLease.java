package ghtraffic.collection.runs;

import ghtraffic.database.StoredTime;
import ghtraffic.database.UtcTimestampConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ensures that only one collection run works at a time over all servers on one database. The lease is a row that a
 * run takes and renews. If a run dies, its lease expires after {@link #LONGEST_SILENCE}, or earlier when its server
 * restarts. A transaction that changes the lease and a run changes the lease first, so that two of them wait for each
 * other in one order.
 */
@ApplicationScoped
class CollectionLease {

    /** The time after which a lease that was not renewed expires. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "HTTPS_PORT", defaultValue = "9443")
    private String port;

    /** Returns the run that holds the lease or did not release it before it died; empty if no run does. */
    Optional<Integer> run() {
        return first(entities.createNativeQuery("select runid from collectionlease where runid is not null"));
    }

    /** Returns the run that was working on this server when the server died; empty if no run was. */
    Optional<Integer> interruptedRun() {
        return first(
                entities.createNativeQuery("select runid from collectionlease where runid is not null and holder = ?1")
                        .setParameter(1, server()));
    }

    private static Optional<Integer> first(Query query) {
        List<?> runs = query.getResultList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(((Number) runs.get(0)).intValue());
    }

    /**
     * Takes the lease if it is free or expired, or if its end is further away than any that is renewed, and returns whether it was taken. The caller assigns it to a run in the
     * same transaction; other servers wait until then.
     */
    boolean take() {
        Instant now = clock.instant();
        return entities.createNativeQuery("update collectionlease set holder = ?1, expires = ?2"
                                + " where leaseid = 1 and (runid is null or expires < ?3 or expires > ?4)")
                        .setParameter(1, server())
                        .setParameter(2, UtcTimestampConverter.utc(now.plus(LONGEST_SILENCE)))
                        .setParameter(3, UtcTimestampConverter.utc(now))
                        .setParameter(
                                4,
                                UtcTimestampConverter.utc(
                                        now.plus(LONGEST_SILENCE).plus(StoredTime.TOLERANCE)))
                        .executeUpdate()
                == 1;
    }

    /** Assigns the lease that was just taken to a run. */
    void assign(int run) {
        entities.createNativeQuery("update collectionlease set runid = ?1 where leaseid = 1")
                .setParameter(1, run)
                .executeUpdate();
    }

    /** Extends the lease of a run. Returns false if another run has taken it over. */
    boolean renew(int run) {
        return entities.createNativeQuery("update collectionlease set expires = ?1 where leaseid = 1 and runid = ?2")
                        .setParameter(
                                1, UtcTimestampConverter.utc(clock.instant().plus(LONGEST_SILENCE)))
                        .setParameter(2, run)
                        .executeUpdate()
                == 1;
    }

    void release(int run) {
        entities.createNativeQuery(
                        "update collectionlease set runid = null, holder = null, expires = null where leaseid = 1 and runid = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    /** Returns the name of this server: host and HTTPS port, which stay the same after a restart. */
    private String server() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + port;
        } catch (UnknownHostException e) {
            return "localhost:" + port;
        }
    }
}
