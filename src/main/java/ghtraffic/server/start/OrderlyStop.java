package ghtraffic.server.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ends the process in steps after the signal TERM. First the server is not ready any more, but still answers, so that proxies take
 * it out. Then it stops: it accepts nothing new, and what it has begun ends. Whatever happens, the process ends 20
 * seconds later.
 */
final class OrderlyStop {

    /** The system property that says that the server is about to stop. */
    static final String STOPPING = "traffic.stopping";

    /** As the JVM itself ends after TERM. */
    private static final int ENDED_BY_TERM = 143;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Duration delay;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch atOnce = new CountDownLatch(1);

    private OrderlyStop(Duration delay) {
        this.delay = delay;
    }

    /**
     * Waits for the signal.
     *
     * @param delay how long the server answers after it; a second signal ends that time
     */
    static void install(Duration delay) {
        OrderlyStop stop = new OrderlyStop(delay);
        try {
            Signal.handle(new Signal("TERM"), signal -> stop.begin());
        } catch (IllegalArgumentException e) {
            return; // This system has no such signal.
        }
    }

    private void begin() {
        if (!begun.compareAndSet(false, true)) {
            atOnce.countDown();
            return;
        }
        System.setProperty(STOPPING, "true");
        run("stop", this::stop);
        run("end", this::end);
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, "orderly " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void stop() {
        try {
            atOnce.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(ENDED_BY_TERM);
    }

    private void end() {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.plus(LONGEST).toMillis());
            Runtime.getRuntime().halt(ENDED_BY_TERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
