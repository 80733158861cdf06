package ghtraffic.traffic.notes;

import ghtraffic.audit.AuditLog;
import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.catalog.RepositoryStore;
import ghtraffic.catalog.TrackingEnded;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import ghtraffic.ranges.DateRange;
import ghtraffic.tenants.TenantRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes on the days of repositories. A note belongs to a tenant: those see it who see the repository through him. Those write
 * who manage him; who wrote it, or manages him, removes it.
 */
@ApplicationScoped
public class Notes {

    static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositoryStore ledger;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The notes that the viewer may see on the days of the range, the latest day first; two statements. */
    @Transactional
    public List<Note> of(Viewer viewer, int repository, DateRange range) {
        Set<Integer> tenants = catalogue.tenantsShowing(viewer, repository);
        if (tenants.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select n from NoteRow n where n.repository = :repository and n.tenant in :tenants"
                                + " and n.day between :from and :to order by n.day desc, n.id desc",
                        NoteRow.class)
                .setParameter("repository", repository)
                .setParameter("tenants", tenants)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultStream()
                .map(NoteRow::note)
                .toList();
    }

    /** The note of this number on the repository, if the viewer may see it. */
    @Transactional
    Optional<Note> of(Viewer viewer, int repository, int id) {
        return Optional.ofNullable(entities.find(NoteRow.class, id))
                .filter(stored -> stored.repository() == repository)
                .map(NoteRow::note)
                .filter(note -> catalogue.tenantsShowing(viewer, repository).contains(note.tenant()));
    }

    /** The tenants whose people the viewer may write to about the repository. */
    @Transactional
    List<Viewer.Access> writableBy(Viewer viewer, int repository) {
        Set<Integer> tenants = catalogue.tenantsShowing(viewer, repository);
        return viewer.managed().stream()
                .filter(access -> tenants.contains(access.tenant()))
                .toList();
    }

    /** Whether the viewer, who sees the note, may remove it. */
    static boolean isRemovableBy(Viewer viewer, Note note) {
        return viewer.manages(note.tenant()) || viewer.email().equals(note.author());
    }

    /**
     * Writes a note for a tenant's people. That the viewer may is decided before.
     *
     * @return empty when the repository was removed meanwhile
     * @throws InvalidInput when the tenant has {@value #MOST} notes on the repository
     */
    @Transactional(dontRollbackOn = InvalidInput.class)
    Optional<Note> write(Viewer viewer, int repository, int tenant, NoteDraft draft) {
        if (!ledger.hold(repository)) {
            return Optional.empty();
        }
        if (count(repository, tenant) >= MOST) {
            throw new InvalidInput("text", Message.of("input.mostNotes", MOST));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        NoteRow stored = new NoteRow(repository, tenant, draft, viewer.email(), now);
        entities.persist(stored);
        entities.flush();
        Note note = stored.note();
        audit.add("note.write", subject(repository, note), null, words(note));
        return Optional.of(note);
    }

    private long count(int repository, int tenant) {
        return entities.createQuery(
                        "select count(n) from NoteRow n where n.repository = :repository and n.tenant = :tenant",
                        Long.class)
                .setParameter("repository", repository)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    /** Removes a note; whether it was still there. That the viewer may is decided before. */
    @Transactional
    boolean remove(int repository, Note note) {
        boolean removed = entities.createQuery("delete from NoteRow n where n.id = :id")
                        .setParameter("id", note.id())
                        .executeUpdate()
                == 1;
        if (removed) {
            audit.add("note.remove", subject(repository, note), words(note), null);
        }
        return removed;
    }

    private static String subject(int repository, Note note) {
        return Message.inEnglish(
                "said.audit.note", repository, note.tenant(), note.day().toString());
    }

    private static String words(Note note) {
        return note.link() == null ? note.text() : note.text() + " " + note.link();
    }

    void forget(@Observes HistoryDeleted deleted) {
        entities.createQuery("delete from NoteRow n where n.repository = :repository")
                .setParameter("repository", deleted.repository())
                .executeUpdate();
    }

    void forget(@Observes TrackingEnded ended) {
        if (ended.deleteHistory()) {
            entities.createQuery("delete from NoteRow n where n.repository = :repository and n.tenant = :tenant")
                    .setParameter("repository", ended.repository())
                    .setParameter("tenant", ended.tenant())
                    .executeUpdate();
        }
    }

    void forget(@Observes TenantRemoved removed) {
        entities.createQuery("delete from NoteRow n where n.tenant = :tenant")
                .setParameter("tenant", removed.tenant())
                .executeUpdate();
    }
}
