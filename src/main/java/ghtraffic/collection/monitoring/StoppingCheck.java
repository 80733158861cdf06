package ghtraffic.collection.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports in {@code /health/ready} that a server that is about to stop is not ready, so that it gets no new requests. */
@Readiness
@ApplicationScoped
class StoppingCheck implements HealthCheck {

    /** {@code ghtraffic.server.start.OrderlyStop} sets it. */
    private static final String STOPPING = "traffic.stopping";

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("running")
                .status(System.getProperty(STOPPING) == null)
                .build();
    }
}
