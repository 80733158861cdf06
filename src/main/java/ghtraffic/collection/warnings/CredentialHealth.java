package ghtraffic.collection.warnings;

import ghtraffic.github.Answer;
import ghtraffic.github.Credential;
import ghtraffic.github.RateLimit;
import ghtraffic.github.RateLimits;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.tenants.TenantRemoved;
import ghtraffic.tenants.credentials.CredentialReplaced;
import ghtraffic.tenants.credentials.GitHubCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stores what GitHub reports about the credentials of tenants: what is left of the rate limit, and when a token
 * expires.
 */
@ApplicationScoped
public class CredentialHealth {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private GitHubCredentials credentials;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    /**
     * Returns what this server knows now about the credentials of these tenants for github.com. This may ask GitHub
     * for an installation token of a GitHub App.
     */
    public List<CredentialStatus> currentStatus(Collection<Integer> tenants) {
        return tenants.stream().flatMap(this::currentStatus).toList();
    }

    private Stream<CredentialStatus> currentStatus(int tenant) {
        if (credentials.of(tenant, GitHubHost.GITHUB_COM) instanceof Answer.Fresh<Credential> usable) {
            RateLimit allowance = limits.of(usable.value());
            if (allowance.limit() != null) {
                return Stream.of(new CredentialStatus(tenant, allowance, clock.instant()));
            }
        }
        return Stream.empty();
    }

    /** Stores the status of credentials in place of the stored ones. */
    @Transactional
    public void store(List<CredentialStatus> states) {
        states.forEach(entities::merge);
    }

    /** Returns the stored status of the credentials of these tenants; tenants without one are left out. */
    @Transactional
    List<CredentialStatus> of(Collection<Integer> tenants) {
        return tenants.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from CredentialStatus c where c.tenant in :tenants order by c.tenant",
                                CredentialStatus.class)
                        .setParameter("tenants", tenants)
                        .getResultList();
    }

    /** The credentials that end within two weeks, or have ended. */
    @Transactional
    List<CredentialStatus> endingSoon() {
        return entities.createQuery(
                        "select c from CredentialStatus c where c.expiresAt <= :latest order by c.tenant",
                        CredentialStatus.class)
                .setParameter("latest", clock.instant().plus(CredentialStatus.WARNING))
                .getResultList();
    }

    /** What GitHub said of the credential before says nothing of the new one. */
    void forget(@Observes CredentialReplaced replaced) {
        forget(replaced.tenant());
    }

    void forget(@Observes TenantRemoved removed) {
        forget(removed.tenant());
    }

    private void forget(int tenant) {
        entities.createQuery("delete from CredentialStatus c where c.tenant = :tenant")
                .setParameter("tenant", tenant)
                .executeUpdate();
    }
}
