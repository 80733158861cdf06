package ghtraffic.collection.monitoring;

import ghtraffic.collection.health.ClockWatch;
import ghtraffic.github.ApiVersion;
import ghtraffic.traffic.daily.FutureDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Adds data about collections to the readiness check. It is always up, because a repository that cannot be collected
 * is no reason to restart a server.
 */
@Readiness
@ApplicationScoped
public class CollectionCheck implements HealthCheck {

    @Inject
    private CollectionMetrics figures;

    @Inject
    private ApiVersion version;

    @Inject
    private FutureDays futureDays;

    @Inject
    private ClockWatch clockWatch;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("collection").up();
        try {
            response.withData("repositories", figures.repositories())
                    .withData("failing", figures.failing())
                    .withData("waiting", figures.waiting());
            figures.secondsSinceLastSuccess()
                    .ifPresent(seconds -> response.withData("secondsSinceLastSuccess", seconds));
            clockWatch.wasAt().ifPresent(time -> response.withData("clockSetBackFrom", time.toString()));
            long ahead = futureDays.lately();
            if (ahead > 0) {
                response.withData("futureDays", ahead);
            }
            if (!version.notices().isEmpty()) {
                response.withData("gitHubApi", String.join("; ", version.notices()));
            }
        } catch (RuntimeException e) {
            System.getLogger(CollectionCheck.class.getName())
                    .log(System.Logger.Level.WARNING, "The figures of the collections cannot be read", e);
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
