package ghtraffic.identity.provider;

import ghtraffic.identity.SignInProviders;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks every half minute whether the provider's keys have to be fetched again. */
@ApplicationScoped
class KeyTimer {

    private static final int SECONDS = 30;

    @Inject
    private ProviderKeys keys;

    @Inject
    private SignInProviders providers;

    @Resource
    private ManagedScheduledExecutorService timer;

    private @Nullable Future<?> ticks;

    void start(@Observes Startup event) {
        if (!providers.hasOpenId()) {
            return;
        }
        ticks = timer.scheduleWithFixedDelay(this::tick, 0, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticks != null) {
            ticks.cancel(true);
        }
    }

    private void tick() {
        try {
            TokenRules.set(keys.current(null));
        } catch (IOException e) {
            TokenRules.clear();
        }
    }
}
