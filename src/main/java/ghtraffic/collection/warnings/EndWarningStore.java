package ghtraffic.collection.warnings;

import ghtraffic.database.UtcTimestampConverter;
import ghtraffic.tenants.TenantRemoved;
import ghtraffic.tenants.credentials.CredentialReplaced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Remembers which ends of credentials were announced. */
@ApplicationScoped
class EndWarningStore {

    /** Ends that are closer than this are the same: some answers of GitHub move the end a little each time. */
    private static final Duration SAME_END = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<CredentialEndsSoon> endsSoon;

    @Inject
    private Clock clock;

    /**
     * Fires a warning, unless it or one with a smaller threshold was fired for the same end. When two servers do so at once,
     * the later one fails with a duplicate key.
     */
    @Transactional
    void fireOnce(CredentialEndsSoon warning) {
        if (wasFired(warning)) {
            return;
        }
        entities.persist(new EndWarning(warning, clock.instant()));
        entities.flush();
        endsSoon.fire(warning);
    }

    private boolean wasFired(CredentialEndsSoon warning) {
        return entities.createQuery(
                                "select count(w) from EndWarning w where w.tenant = :tenant"
                                        + " and w.endsAt between :earliest and :latest and w.days <= :days",
                                Long.class)
                        .setParameter("tenant", warning.tenant())
                        .setParameter(
                                "earliest",
                                UtcTimestampConverter.utc(warning.end().minus(SAME_END)))
                        .setParameter(
                                "latest",
                                UtcTimestampConverter.utc(warning.end().plus(SAME_END)))
                        .setParameter("days", warning.days())
                        .getSingleResult()
                > 0;
    }

    void forget(@Observes TenantRemoved removed) {
        forget(removed.tenant());
    }

    void startAnew(@Observes CredentialReplaced replaced) {
        forget(replaced.tenant());
    }

    private void forget(int tenant) {
        entities.createQuery("delete from EndWarning w where w.tenant = :tenant")
                .setParameter("tenant", tenant)
                .executeUpdate();
    }
}
