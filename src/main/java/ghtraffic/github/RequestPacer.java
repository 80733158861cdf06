package ghtraffic.github;

import java.util.concurrent.TimeUnit;

/**
 * Spreads the requests of one credential so that no minute has more of them than allowed: one third at once, the other
 * two thirds evenly. It uses the generic cell rate algorithm of ATM networks (ITU-T I.371).
 */
final class RequestPacer {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final long interval;
    private final long burst;
    private long expected = System.nanoTime();

    RequestPacer(int requestsPerMinute) {
        this.interval = MINUTE * 3 / 2 / Math.max(1, requestsPerMinute);
        this.burst = interval * Math.max(1, requestsPerMinute / 3);
    }

    /** Waits until the next request may be sent. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reserve(System.nanoTime()));
    }

    /** Takes the next slot and returns how long to wait for it, in nanoseconds. */
    synchronized long reserve(long now) {
        long wait = Math.max(0, expected - burst - now);
        expected = Math.max(expected, now) + interval;
        return wait;
    }
}
