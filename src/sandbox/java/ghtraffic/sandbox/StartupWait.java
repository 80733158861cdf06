package ghtraffic.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Waits for a server that starts, as long as it gets on: it prints lines or uses the processor. */
final class StartupWait {

    /** The longest wait for a server that gets on. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** The longest wait for a server that does nothing. */
    static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);

    /** A server that has nothing to do uses less in three minutes. */
    private static final Duration SOME_WORK = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What can be seen of a server that starts. */
    interface Server {

        /** Whether it is up. */
        boolean answers() throws InterruptedException;

        /** How its process ended; empty while it runs. */
        String end();

        /** How many lines it has printed. */
        long lines();

        /** How long it has used a processor. */
        Duration processorTime();

        /** The last lines that it has printed, for the message of a failure. */
        String lastLines();
    }

    /** Lets time pass. */
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
     * @param what what is waited for, as a sentence begins: “The server x did not answer 200 at y”
     * @throws IllegalStateException when its process ends before
     * @throws TimeoutException when it stands still, or takes too long
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
