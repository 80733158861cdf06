package ghtraffic.identity;

import ghtraffic.audit.AuditLog;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes rights that were changed on another server reach the security groups of this server. Looks for any change every
 * ten seconds. Without it, Liberty's cache would drop only the entries of users who send no request in the meantime.
 */
@ApplicationScoped
class RightsChangeWatcher {

    private static final int SECONDS = 10;

    @Inject
    private AuditLog audit;

    @Inject
    private Identities identities;

    @Inject
    private AuthenticationCache authenticationCache;

    @Resource
    private ManagedScheduledExecutorService timer;

    private String known = "";
    private @Nullable Future<?> looks;

    void start(@Observes Startup event) {
        looks = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (looks != null) {
            looks.cancel(true);
        }
    }

    private void look() {
        try {
            String newest = audit.version() + " " + identities.version();
            if (!newest.equals(known)) {
                known = newest;
                authenticationCache.clear();
            }
        } catch (RuntimeException e) {
            System.getLogger(RightsChangeWatcher.class.getName())
                    .log(Level.DEBUG, "The database did not tell whether rights were changed", e);
            authenticationCache.clear();
        }
    }
}
