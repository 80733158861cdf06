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

/** What GitHub says of the tenants' credentials: how much of the limit is left, and when the token ends. */
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

    /** What this server knows by now of these tenants' credentials for github.com. May ask GitHub for a token of an app. */
    public List<CredentialStatus> learned(Collection<Integer> tenants) {
        return tenants.stream().flatMap(this::learned).toList();
    }

    private Stream<CredentialStatus> learned(int tenant) {
        if (credentials.of(tenant, GitHubHost.GITHUB_COM) instanceof Answer.Fresh<Credential> usable) {
            RateLimit allowance = limits.of(usable.value());
            if (allowance.limit() != null) {
                return Stream.of(new CredentialStatus(tenant, allowance, clock.instant()));
            }
        }
        return Stream.empty();
    }

    @Transactional
    public void keep(List<CredentialStatus> states) {
        states.forEach(entities::merge);
    }

    /** The state of these tenants' credentials, as far as it is known. */
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
