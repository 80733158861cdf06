package ghtraffic.server.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Keeps requests away: a server that is not configured is not ready. */
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
