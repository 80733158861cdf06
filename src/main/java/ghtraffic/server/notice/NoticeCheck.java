package ghtraffic.server.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports in {@code /health/ready} that a server that is not configured is not ready, so that it gets no requests. */
@Readiness
@ApplicationScoped
public class NoticeCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration")
                .down()
                .withData("needs", Notice.ofThisStart().text())
                .build();
    }
}
