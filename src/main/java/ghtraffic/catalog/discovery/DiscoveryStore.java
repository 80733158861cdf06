package ghtraffic.catalog.discovery;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.tenants.TenantRemoved;
import ghtraffic.tenants.credentials.CredentialReplaced;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stores the discovery rules of tenants and the outcome of each tenant's last discovery. */
@ApplicationScoped
class DiscoveryStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Returns the rules of a tenant.
     *
     * @throws IllegalArgumentException when a stored rule is invalid
     */
    @Transactional
    DiscoveryRules rules(int tenant) {
        return DiscoveryRules.parse(
                stored(tenant).stream().map(StoredRule::rule).toList());
    }

    /** Returns whether a tenant has any rule. */
    @Transactional
    boolean hasRules(int tenant) {
        return !stored(tenant).isEmpty();
    }

    private List<StoredRule> stored(int tenant) {
        return entities.createQuery(
                        "select r from StoredRule r where r.tenant = :tenant order by r.place", StoredRule.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /**
     * Replaces the rules of a tenant and makes its discovery due at once. Concurrent changes for the same tenant wait
     * for each other.
     */
    @Transactional
    void replace(int tenant, DiscoveryRules rules) {
        lock(tenant);
        audit.add(
                "discovery.rules",
                Message.of("said.audit.tenantNumber", tenant),
                Message.plain(String.join("; ", rules(tenant).texts())),
                Message.plain(String.join("; ", rules.texts())));
        entities.createQuery("delete from StoredRule r where r.tenant = :tenant")
                .setParameter("tenant", tenant)
                .executeUpdate();
        List<String> texts = rules.texts();
        for (int place = 0; place < texts.size(); place++) {
            entities.persist(new StoredRule(tenant, place, texts.get(place)));
        }
        DiscoveryStatus state = entities.find(DiscoveryStatus.class, tenant);
        if (state == null) {
            entities.persist(new DiscoveryStatus(tenant));
        } else {
            state.makeDue();
        }
    }

    /**
     * Deletes the discovery rules of a tenant that is being removed, and the outcome of its last discovery. Runs before
     * the tenant stops tracking its repositories, because that would add rules.
     */
    void forget(@Observes @Priority(Interceptor.Priority.APPLICATION) TenantRemoved removed) {
        for (String entity : List.of("StoredRule", "DiscoveryStatus")) {
            entities.createQuery("delete from " + entity + " d where d.tenant = :tenant")
                    .setParameter("tenant", removed.tenant())
                    .executeUpdate();
        }
    }

    /** Adds a rule that excludes a repository, if the tenant's rules match it. */
    @Transactional
    void exclude(int tenant, DiscoveryCandidate repository) {
        lock(tenant);
        List<StoredRule> stored = stored(tenant);
        DiscoveryRules rules = new DiscoveryRules(
                stored.stream().map(rule -> DiscoveryRule.parse(rule.rule())).toList());
        if (rules.match(repository)) {
            int last = stored.stream()
                    .map(StoredRule::place)
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            DiscoveryRule rule = new DiscoveryRule.Named(true, repository.owner(), repository.name());
            entities.persist(new StoredRule(tenant, last + 1, rule.toString()));
        }
    }

    private void lock(int tenant) {
        entities.createNativeQuery("update tenants set ghuser = ghuser where tid = ?1")
                .setParameter(1, tenant)
                .executeUpdate();
    }

    /** Makes the discovery of a tenant due at once, because a new credential may read more. */
    void makeDue(@Observes CredentialReplaced replaced) {
        DiscoveryStatus state = entities.find(DiscoveryStatus.class, replaced.tenant());
        if (state != null) {
            state.makeDue();
        }
    }

    /** Returns the outcome of a tenant's last discovery; empty when the tenant has never had rules. */
    @Transactional
    Optional<DiscoveryStatus> state(int tenant) {
        return Optional.ofNullable(entities.find(DiscoveryStatus.class, tenant));
    }

    /** Returns the discoveries that are due. */
    @Transactional
    List<DiscoveryStatus> due() {
        return entities.createQuery(
                        "select d from DiscoveryStatus d where exists"
                                + " (select r from StoredRule r where r.tenant = d.tenant) order by d.tenant",
                        DiscoveryStatus.class)
                .getResultStream()
                .filter(state -> state.isDue(clock.instant()))
                .toList();
    }

    /**
     * Claims a discovery that is due. When several servers try at the same time, only one gets it.
     *
     * @return the value to pass to {@link #end}; empty when another server claimed it or the rules were changed
     */
    @Transactional
    Optional<Instant> claim(DiscoveryStatus due) {
        Instant now = now();
        boolean taken = entities.createQuery("update DiscoveryStatus d set d.lastAttempt = :now"
                                + " where d.tenant = :tenant and d.lastAttempt = :before")
                        .setParameter("now", now)
                        .setParameter("tenant", due.tenant())
                        .setParameter("before", due.attempt())
                        .executeUpdate()
                == 1;
        return taken ? Optional.of(now) : Optional.empty();
    }

    /**
     * Stores the outcome of a discovery, unless the rules were changed in the meantime or another attempt has begun.
     */
    @Transactional
    void end(int tenant, Instant taken, boolean succeeded, Message message) {
        DiscoveryStatus state = entities.find(DiscoveryStatus.class, tenant);
        if (state != null && state.attempt().equals(taken)) {
            state.ended(succeeded, message);
        }
    }

    /** Returns the current time with the precision that every supported database stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
