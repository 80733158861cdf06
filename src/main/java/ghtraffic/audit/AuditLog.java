package ghtraffic.audit;

import ghtraffic.lists.Page;
import ghtraffic.lists.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, from where. Entries are added in the transaction of the change and never removed. */
@ApplicationScoped
public class AuditLog {

    private static final String MATCHING = " where locate(" + SearchText.parameter(1, SearchText.LONGEST_ADDRESS)
            + ", lower(a.actor || ' ' || a.about || ' ' || a.deed)) > 0";

    private static final int LONGEST_SUBJECT = 600;
    private static final int LONGEST_VALUE = 2_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * Keeps that the caller of the request at hand, or this server where there is none, changed something.
     *
     * @param action what kind of change, a noun and a verb, as {@code user.invite}
     * @param subject what was changed, in words
     * @param before what it was, null where there is nothing to say; never a secret
     * @param after what it is now, null where there is nothing to say; never a secret
     */
    @Transactional
    public void add(String action, String subject, @Nullable String before, @Nullable String after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(now, actor(), action, fitting(subject, LONGEST_SUBJECT));
        entry.changed(
                before == null ? null : fitting(before, LONGEST_VALUE),
                after == null ? null : fitting(after, LONGEST_VALUE));
        entities.persist(entry);
        entities.flush();
    }

    /** A text that is another one after each entry. */
    @Transactional
    public String newest() {
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

    private static String fitting(String text, int most) {
        String fitting = text;
        while (fitting.getBytes(StandardCharsets.UTF_8).length > most) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
        }
        return fitting;
    }

    /**
     * A page of the log, the newest first.
     *
     * @param search what actor, subject or action contain, without regard to case; empty for all. Its first 255 characters count
     */
    @Transactional
    public Page<AuditItem> page(String search, int page, int size) {
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
        return new Page<>(
                found.stream().map(AuditEntry.class::cast).map(AuditEntry::item).toList(),
                page,
                size,
                total.longValue());
    }

    private static Query with(Query query, String text) {
        return text.isEmpty() ? query : query.setParameter(1, text);
    }
}
