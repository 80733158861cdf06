package ghtraffic.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Waits for a server to start as long as it makes progress: it prints lines or uses the processor. */
final class StartupWait {

    /** The longest wait for a server that makes progress. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** The longest wait without progress. */
    static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);

    /** The processor time that counts as progress. An idle server uses less in three minutes. */
    private static final Duration SOME_WORK = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What can be observed of a server that starts. */
    interface Server {

        /** Returns whether it has started. */
        boolean answers() throws InterruptedException;

        /** Returns how its process ended, or an empty text while it runs. */
        String end();

        /** Returns how many lines it has printed. */
        long lines();

        /** Returns the processor time that it has used. */
        Duration processorTime();

        /** Returns the last lines that it has printed. */
        String lastLines();
    }

    /** Waits for a while. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final LongSupplier nanoTime;
    private final Sleeper sleeper;

    StartupWait(LongSupplier nanoTime, Sleeper sleeper) {
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
    }

    /**
     * Returns when the server answers.
     *
     * @param what the beginning of the message of a failure: “The server x did not answer 200 at y”
     * @throws IllegalStateException if its process ends before
     * @throws TimeoutException if it makes no progress for three minutes, or has not started after 15 minutes
     */
    void await(String what, Server server) throws InterruptedException, TimeoutException {
        long begin = nanoTime.getAsLong();
        long progress = begin;
        long lines = server.lines();
        Duration used = server.processorTime();
        while (true) {
            String end = server.end();
            if (!end.isEmpty()) {
                throw new IllegalStateException(what + ": it " + end + said(server));
            }
            if (server.answers()) {
                return;
            }
            long now = nanoTime.getAsLong();
            if (server.lines() > lines || server.processorTime().minus(used).compareTo(SOME_WORK) >= 0) {
                lines = server.lines();
                used = server.processorTime();
                progress = now;
            }
            if (now - progress > LONGEST_STANDSTILL.toNanos()) {
                throw new TimeoutException(what + ": it did nothing for " + minutes(LONGEST_STANDSTILL) + said(server));
            }
            if (now - begin > LONGEST.toNanos()) {
                throw new TimeoutException(what + " within " + minutes(LONGEST) + said(server));
            }
            sleeper.sleep(PAUSE);
        }
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + " minutes";
    }

    private static String said(Server server) {
        String lines = server.lastLines();
        return lines.isEmpty() ? ". It printed nothing." : ". Its last lines:\n" + lines;
    }
}
