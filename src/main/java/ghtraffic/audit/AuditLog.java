package ghtraffic.audit;

import ghtraffic.lists.Page;
import ghtraffic.lists.SearchText;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records who changed what, when and from where. Entries are added in the transaction of the change and never removed.
 */
@ApplicationScoped
public class AuditLog {

    private static final String MATCHING = " where locate(" + SearchText.parameter(1, SearchText.LONGEST_ADDRESS)
            + ", lower(a.actor || ' ' || a.about || ' ' || a.deed)) > 0";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * Adds an entry. The actor is the user of the current request, or the server itself outside a request. The texts
     * are cut to the lengths of their columns.
     *
     * @param action what kind of change, a noun and a verb, as {@code user.invite}
     * @param subject what was changed
     * @param before the value before the change; null if it has none; never a secret
     * @param after the value after the change; null if it has none; never a secret
     */
    @Transactional
    public void add(String action, Message subject, @Nullable Message before, @Nullable Message after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(now, actor(), action, subject);
        entry.changed(before, after);
        entities.persist(entry);
        entities.flush();
    }

    /** Returns a text that changes with each new entry, for entity tags. */
    @Transactional
    public String version() {
        return String.valueOf(
                entities.createNativeQuery("select max(auditid) from auditlog").getSingleResult());
    }

    private Actor actor() {
        try {
            return currentActor.actor();
        } catch (ContextNotActiveException e) {
            return Actor.SERVER;
        }
    }

    /**
     * A page of the log in English, the newest first.
     *
     * @param search a text that actor, subject or action contain, ignoring case; empty for all entries. Only its first
     *     255 characters count
     */
    @Transactional
    public Page<AuditItem> page(String search, int page, int size) {
        return found(search, page, size).map(AuditEntry::item);
    }

    /** The same for people. */
    @Transactional
    public Page<AuditLine> lines(String search, int page, int size) {
        return found(search, page, size).map(AuditEntry::line);
    }

    private Page<AuditEntry> found(String search, int page, int size) {
        String text = SearchText.cut(search, SearchText.LONGEST_ADDRESS).toLowerCase(Locale.ROOT);
        String from = " from auditlog a" + (text.isEmpty() ? "" : MATCHING);
        Number total = (Number)
                with(entities.createNativeQuery("select count(*)" + from), text).getSingleResult();
        List<?> found = with(
                        entities.createNativeQuery(
                                "select a.*" + from + " order by a.auditid desc" + Page.rows(page, size),
                                AuditEntry.class),
                        text)
                .getResultList();
        return new Page<>(found.stream().map(AuditEntry.class::cast).toList(), page, size, total.longValue());
    }

    private static Query with(Query query, String text) {
        return text.isEmpty() ? query : query.setParameter(1, text);
    }
}
