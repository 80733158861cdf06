package ghtraffic.collection.runs;

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
 * Sees to it that one collection runs at a time, over all servers on one database: a row that a run holds and renews. The
 * lease of a run that died falls free after {@link #LONGEST_SILENCE}, that of this server's own at its next start.
 */
@ApplicationScoped
class CollectionLease {

    static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "HTTPS_PORT", defaultValue = "9443")
    private String port;

    /** The run that holds the lease, or held it last and did not give it back; empty when there is none. */
    Optional<Integer> run() {
        return first(entities.createNativeQuery("select runid from collectionlease where runid is not null"));
    }

    /** The run that this server left behind when it died; empty when there is none. */
    Optional<Integer> leftBehind() {
        return first(
                entities.createNativeQuery("select runid from collectionlease where runid is not null and holder = ?1")
                        .setParameter(1, server()));
    }

    private static Optional<Integer> first(Query query) {
        List<?> runs = query.getResultList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(((Number) runs.get(0)).intValue());
    }

    /** Takes the lease for a run if it is free. */
    boolean take(int run) {
        Instant now = clock.instant();
        return entities.createNativeQuery("update collectionlease set runid = ?1, holder = ?2, expires = ?3"
                                + " where leaseid = 1 and (runid is null or expires < ?4)")
                        .setParameter(1, run)
                        .setParameter(2, server())
                        .setParameter(3, UtcTimestampConverter.utc(now.plus(LONGEST_SILENCE)))
                        .setParameter(4, UtcTimestampConverter.utc(now))
                        .executeUpdate()
                == 1;
    }

    /** Holds the lease longer; false when another run has taken it over. */
    boolean renew(int run) {
        return entities.createNativeQuery("update collectionlease set expires = ?1 where leaseid = 1 and runid = ?2")
                        .setParameter(
                                1, UtcTimestampConverter.utc(clock.instant().plus(LONGEST_SILENCE)))
                        .setParameter(2, run)
                        .executeUpdate()
                == 1;
    }

    void giveBack(int run) {
        entities.createNativeQuery(
                        "update collectionlease set runid = null, holder = null, expires = null where leaseid = 1 and runid = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    /** This server's name, the same after its restart. */
    private String server() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + port;
        } catch (UnknownHostException e) {
            return "localhost:" + port;
        }
    }
}
