package ghtraffic.collection.monitoring;

import ghtraffic.github.GitHubClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The metrics of collections for monitoring, in {@code /health} and {@code /metrics}. They name no repository. */
@ApplicationScoped
class CollectionMetrics {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private GitHubClient gitHub;

    @Inject
    private Clock clock;

    void register(@Observes Startup event) {
        gauge(
                "collection_runs",
                "Collections that ended, of all servers",
                () -> count("select count(r) from" + " CollectionRun r where r.state = 'finished'"));
        gauge("collection_repositories", "Repositories that are tracked", this::repositories);
        gauge("collection_failing", "Repositories whose last collection failed or lacks something", this::failing);
        gauge(
                "collection_seconds_since_last_success",
                "Seconds since a repository was collected; -1 when none was",
                () -> secondsSinceLastSuccess().orElse(-1));
        gauge("github_requests", "Requests to GitHub since this server started", gitHub::requests);
        gauge(
                "github_remaining",
                "Requests that GitHub leaves until its hour ends, of the credential that has the fewest",
                () -> count("select min(c.remaining) from CredentialStatus c"));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        metrics.gauge(
                Metadata.builder().withName(name).withDescription(description).build(), value);
    }

    @Transactional
    long repositories() {
        return count("select count(r) from TrackedRepository r where exists"
                + " (select s from TenantRepository s where s.repository = r.id)");
    }

    @Transactional
    long failing() {
        return count("select count(h) from RepositoryHealth h where h.state in ('failed', 'partly')");
    }

    @Transactional
    long waiting() {
        return count("select count(h) from RepositoryHealth h where h.state = 'waiting'");
    }

    @Transactional
    OptionalLong secondsSinceLastSuccess() {
        // Not max(h.lastSuccess): EclipseLink would hand a Timestamp to the converter.
        return entities.createQuery(
                        "select h.lastSuccess from RepositoryHealth h where h.lastSuccess is not null"
                                + " order by h.lastSuccess desc",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .mapToLong(last -> Duration.between(last, clock.instant()).toSeconds())
                .findFirst();
    }

    private long count(String query) {
        Number count = entities.createQuery(query, Number.class).getSingleResult();
        return count == null ? -1 : count.longValue();
    }
}
