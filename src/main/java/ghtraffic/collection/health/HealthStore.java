package ghtraffic.collection.health;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.catalog.ScheduleChanged;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.database.Chunks;
import ghtraffic.database.StoredTime;
import ghtraffic.github.Answer;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores the health of the repositories and the status of each of their parts. */
@ApplicationScoped
public class HealthStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RetrySchedule retrySchedule;

    @Inject
    private Event<RepositoryHealthChanged> changed;

    @Inject
    private ClockWatch clockWatch;

    @Inject
    private Clock clock;

    /**
     * Returns the health of repositories by their ids. Repositories whose collection was never attempted are absent.
     */
    @Transactional
    public Map<Integer, RepositoryHealth> of(Collection<Integer> repositories) {
        return repositories.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select h from RepositoryHealth h where h.repository in :ids", RepositoryHealth.class)
                        .setParameter("ids", repositories)
                        .getResultStream()
                        .collect(Collectors.toMap(RepositoryHealth::repository, Function.identity()));
    }

    /** Returns the health of those repositories whose last collection was not complete. */
    @Transactional
    public List<RepositoryHealth> withProblems(Collection<Integer> repositories) {
        return Chunks.of(repositories).stream()
                .flatMap(portion -> entities.createQuery(
                                "select h from RepositoryHealth h where h.state <> '" + RepositoryHealth.OK
                                        + "' and h.repository in :ids",
                                RepositoryHealth.class)
                        .setParameter("ids", portion)
                        .getResultStream())
                .toList();
    }

    /** Returns the status of each part of a repository that GitHub was ever asked for. */
    @Transactional
    public Map<Part, PartStatus> parts(int repository) {
        Map<Part, PartStatus> parts = new EnumMap<>(Part.class);
        entities.createQuery("select p from PartStatus p where p.repository = :repository", PartStatus.class)
                .setParameter("repository", repository)
                .getResultStream()
                .forEach(state -> parts.put(state.part(), state));
        return parts;
    }

    /**
     * Returns the tracked repositories that are due by their schedule, in the order of their ids. A next attempt that was
     * planned when the clock was ahead is not believed.
     */
    @Transactional
    public List<TrackedRepository> due() {
        clockWatch.look();
        return entities.createQuery(
                        "select r from TrackedRepository r where"
                                + " exists (select s from TenantRepository s where s.repository = r.id) and not exists"
                                + " (select h from RepositoryHealth h where h.repository = r.id and h.nextAttempt > :now"
                                + " and h.lastAttempt <= :latest)"
                                + " order by r.id",
                        TrackedRepository.class)
                .setParameter("now", clock.instant())
                .setParameter("latest", clock.instant().plus(StoredTime.TOLERANCE))
                .getResultStream()
                .filter(TrackedRepository::isComplete)
                .filter(repository -> retrySchedule.nextRegular(repository, clock.instant()) != null)
                .toList();
    }

    /** Stores how collecting a repository went. This must be part of the transaction that stores the answers. */
    @Transactional
    public void recordAttempt(TrackedRepository repository, PartAnswers findings) {
        Map<Part, PartStatus> states = parts(repository.id());
        for (Part part : findings.parts()) {
            PartStatus state = states.get(part);
            if (state == null) {
                state = new PartStatus(repository.id(), part);
                state.update(answer(findings, part), findings.tenant(part), findings.at());
                entities.persist(state);
            } else {
                state.update(answer(findings, part), findings.tenant(part), findings.at());
            }
        }
        String state = findings.limitedUntil().isPresent()
                ? RepositoryHealth.WAITING
                : findings.failed()
                        ? RepositoryHealth.FAILED
                        : findings.reason() == null ? RepositoryHealth.OK : RepositoryHealth.PARTLY;
        RepositoryHealth health = of(repository);
        Instant next = retrySchedule.next(asItIsNow(repository), findings, health.failures());
        keep(health, findings.at(), state, findings.reason(), next);
    }

    private static Answer<?> answer(PartAnswers findings, Part part) {
        return Objects.requireNonNull(findings.<Object>answer(part));
    }

    /** Stores that the answers could not be stored, and why. */
    @Transactional
    public void recordStoreFailure(TrackedRepository repository, PartAnswers findings, Message reason) {
        RepositoryHealth health = of(repository);
        Instant next = retrySchedule.nextRetry(asItIsNow(repository), findings.at(), health.failures());
        keep(health, findings.at(), RepositoryHealth.FAILED, reason, next);
    }

    private void keep(
            RepositoryHealth health, Instant at, String state, @Nullable Message reason, @Nullable Instant next) {
        String before = health.update(at, state, reason, next);
        if (!state.equals(before)) {
            changed.fire(new RepositoryHealthChanged(health.repository(), before, state, reason, at));
        }
    }

    /** Reads the repository again, because its schedule may have changed since its collection started. */
    private TrackedRepository asItIsNow(TrackedRepository repository) {
        return Objects.requireNonNullElse(entities.find(TrackedRepository.class, repository.id()), repository);
    }

    private RepositoryHealth of(TrackedRepository repository) {
        RepositoryHealth health = entities.find(RepositoryHealth.class, repository.id());
        if (health == null) {
            health = new RepositoryHealth(repository.id());
            entities.persist(health);
        }
        return health;
    }

    void resetNextAttempt(@Observes ScheduleChanged changed) {
        entities.createQuery("update RepositoryHealth h set h.nextAttempt = null where h.repository = :repository")
                .setParameter("repository", changed.repository())
                .executeUpdate();
    }

    void forget(@Observes HistoryDeleted deleted) {
        for (String entity : List.of("RepositoryHealth", "PartStatus")) {
            entities.createQuery("delete from " + entity + " h where h.repository = :repository")
                    .setParameter("repository", deleted.repository())
                    .executeUpdate();
        }
    }
}
