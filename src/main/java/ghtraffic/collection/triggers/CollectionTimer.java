package ghtraffic.collection.triggers;

import ghtraffic.catalog.discovery.Discovery;
import ghtraffic.collection.runs.CollectionStarter;
import ghtraffic.collection.warnings.CredentialEndWatcher;
import ghtraffic.takeover.CollectionHold;
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
 * Every 20 seconds, resumes a paused run, or applies discovery rules that are due and collects repositories that are
 * due. Every server does this; the lease ensures that only one of them collects. In a
 * database that was taken over this waits for an administrator.
 */
@ApplicationScoped
class CollectionTimer {

    private static final int SECONDS = 20;

    @Inject
    private CollectionStarter collector;

    @Inject
    private Discovery discovery;

    @Inject
    private CollectionHold hold;

    @Inject
    private CredentialEndWatcher credentialEnds;

    @Resource
    private ManagedScheduledExecutorService timer;

    private @Nullable Future<?> ticks;

    void start(@Observes Startup event) {
        ticks = timer.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticks != null) {
            ticks.cancel(true);
        }
    }

    private void tick() {
        announceEnds();
        try {
            if (!collector.resume() && !hold.isHeld()) {
                discovery.discoverDue();
                collector.startDue();
            }
        } catch (RuntimeException e) {
            System.getLogger(CollectionTimer.class.getName())
                    .log(Level.WARNING, "Nothing could be started; the next attempt follows in " + SECONDS + " s", e);
        }
    }

    /** Also where nothing is collected, so that a tenant whose repositories pause learns it too. */
    private void announceEnds() {
        try {
            credentialEnds.announce();
        } catch (RuntimeException e) {
            System.getLogger(CollectionTimer.class.getName())
                    .log(Level.WARNING, "The ends of the GitHub tokens could not be read", e);
        }
    }
}
