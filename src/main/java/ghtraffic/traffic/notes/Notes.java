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
 * Stores notes about days of repositories. A note belongs to a tenant. Users who see the repository through that
 * tenant see the note. Users who manage the tenant write notes. A note is removed by its author or by users who
 * manage its tenant.
 */
@ApplicationScoped
class Notes {

    /** The most notes that a tenant can have on one repository. */
    static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Catalog catalog;

    @Inject
    private RepositoryStore repositories;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Returns the notes of the range that the viewer may see, the latest day first. This takes two database queries.
     */
    @Transactional
    public List<Note> of(Viewer viewer, int repository, DateRange range) {
        Set<Integer> tenants = catalog.tenantsThrough(viewer, repository);
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

    /** Returns the note with this id on the repository, if the viewer may see it. */
    @Transactional
    Optional<Note> of(Viewer viewer, int repository, int id) {
        return Optional.ofNullable(entities.find(NoteRow.class, id))
                .filter(stored -> stored.repository() == repository)
                .map(NoteRow::note)
                .filter(note -> catalog.tenantsThrough(viewer, repository).contains(note.tenant()));
    }

    /** Returns the tenants for which the viewer may write notes on the repository. */
    @Transactional
    List<Viewer.Access> writableBy(Viewer viewer, int repository) {
        Set<Integer> tenants = catalog.tenantsThrough(viewer, repository);
        return viewer.managed().stream()
                .filter(access -> tenants.contains(access.tenant()))
                .toList();
    }

    /** Returns whether a viewer who sees the note may also remove it. */
    static boolean isRemovableBy(Viewer viewer, Note note) {
        return viewer.manages(note.tenant()) || viewer.email().equals(note.author());
    }

    /**
     * Stores a note for the users of a tenant. Callers check first that the viewer may write it.
     *
     * @return the note; empty if the repository was removed in the meantime
     * @throws InvalidInput if the tenant already has {@value #MOST} notes on the repository
     */
    @Transactional(dontRollbackOn = InvalidInput.class)
    Optional<Note> write(Viewer viewer, int repository, int tenant, NoteDraft draft) {
        if (!repositories.lockRepository(repository)) {
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

    /** Removes a note and returns whether it still existed. Callers check first that the viewer may remove it. */
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

    private static Message subject(int repository, Note note) {
        return Message.of("said.audit.note", repository, note.tenant(), note.day());
    }

    private static Message words(Note note) {
        return Message.plain(note.link() == null ? note.text() : note.text() + " " + note.link());
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
