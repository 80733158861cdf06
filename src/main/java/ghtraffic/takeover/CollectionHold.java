package ghtraffic.takeover;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps a database that was taken over from being collected until an administrator has looked at it. */
@ApplicationScoped
public class CollectionHold {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Returns whether collecting still waits for an administrator. */
    @Transactional
    public boolean isHeld() {
        return entities.createQuery("select count(t) from TakeOver t where t.approvedAt is null", Long.class)
                        .getSingleResult()
                > 0;
    }

    /**
     * Lets collecting start. Does nothing if it does not wait.
     *
     * @param by the email address of the administrator
     */
    @Transactional
    public void release(String by) {
        int released = entities.createQuery(
                        "update TakeOver t set t.approvedAt = :now, t.approvedBy = :by" + " where t.approvedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("by", by)
                .executeUpdate();
        if (released > 0) {
            audit.add("collection.approve", Message.of("said.audit.takenOverDatabase"), null, null);
        }
    }
}
