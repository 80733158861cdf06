package ghtraffic.catalog.discovery;

import ghtraffic.audit.AuditLog;
import ghtraffic.database.ByteLimit;
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
import org.jspecify.annotations.Nullable;

/** Keeps the tenants' rules of discovery and how each discovery went. */
@ApplicationScoped
public class DiscoveryStore {

    private static final int LONGEST_MESSAGE = 1_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** A tenant's rules. Throws IllegalArgumentException when what is stored is none. */
    @Transactional
    DiscoveryRules rules(int tenant) {
        return DiscoveryRules.parse(
                stored(tenant).stream().map(StoredRule::rule).toList());
    }

    private List<StoredRule> stored(int tenant) {
        return entities.createQuery(
                        "select r from StoredRule r where r.tenant = :tenant order by r.place", StoredRule.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** Keeps other rules in the place of those before; discovery is due at once. Changes of one tenant take turns. */
    @Transactional
    void replace(int tenant, DiscoveryRules rules) {
        lock(tenant);
        audit.add(
                "discovery.rules",
                Message.inEnglish("said.audit.tenantNumber", tenant),
                String.join("; ", rules(tenant).texts()),
                String.join("; ", rules.texts()));
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
            state.isDueAtOnce();
        }
    }

    /** Deletes the rules of a removed tenant, before its repositories end and would add rules. */
    void forget(@Observes @Priority(Interceptor.Priority.APPLICATION) TenantRemoved removed) {
        for (String entity : List.of("StoredRule", "DiscoveryStatus")) {
            entities.createQuery("delete from " + entity + " d where d.tenant = :tenant")
                    .setParameter("tenant", removed.tenant())
                    .executeUpdate();
        }
    }

    /** Adds a rule that keeps a repository away, where the rules want it. */
    @Transactional
    void exclude(int tenant, DiscoveryCandidate repository) {
        lock(tenant);
        List<StoredRule> stored = stored(tenant);
        DiscoveryRules rules = new DiscoveryRules(
                stored.stream().map(rule -> DiscoveryRule.parse(rule.rule())).toList());
        if (rules.wants(repository)) {
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

    /** What could not be discovered with the credential before is due at once, where the tenant has rules. */
    void discoverAnew(@Observes CredentialReplaced replaced) {
        DiscoveryStatus state = entities.find(DiscoveryStatus.class, replaced.tenant());
        if (state != null) {
            state.isDueAtOnce();
        }
    }

    /** How a tenant's last discovery went; empty when he never had rules. */
    @Transactional
    Optional<DiscoveryStatus> state(int tenant) {
        return Optional.ofNullable(entities.find(DiscoveryStatus.class, tenant));
    }

    /** The discoveries whose time has come. */
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
     * Takes a discovery that is due; of several servers that try it one does.
     *
     * @return what {@link #end} needs; empty when somebody else took it or changed the rules
     */
    @Transactional
    Optional<Instant> take(DiscoveryStatus due) {
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

    /** Keeps how a discovery ended, unless the rules were changed meanwhile or somebody else has tried since. */
    @Transactional
    void end(int tenant, Instant taken, boolean succeeded, @Nullable String message) {
        DiscoveryStatus state = entities.find(DiscoveryStatus.class, tenant);
        if (state != null && state.attempt().equals(taken)) {
            state.ended(succeeded, message == null ? null : ByteLimit.shortened(message, LONGEST_MESSAGE));
        }
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
