package ghtraffic.standin;

import ghtraffic.standin.faults.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state that changes while the stand-in runs: its time, failures and latency, and the requests it received. */
final class Situation {

    private static final int REMEMBERED = 1_000;

    private final Deque<String> requests = new ArrayDeque<>();
    private volatile Clock clock = Clock.systemUTC();
    private volatile List<Failure> failures = List.of();
    private volatile Duration latency = Duration.ZERO;
    private int count;
    private int atOnce;
    private int mostAtOnce;

    Instant now() {
        return clock.instant();
    }

    void setNow(Instant now) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    synchronized void fail(Failure failure) {
        failures = List.of(failure);
    }

    synchronized void alsoFail(Failure failure) {
        failures = Stream.concat(failures.stream(), Stream.of(failure)).toList();
    }

    synchronized void recover() {
        failures = List.of();
    }

    Optional<Failure> failureOf(Collection<String> paths) {
        return failures.stream()
                .filter(failure -> paths.stream().anyMatch(failure::appliesTo))
                .findFirst();
    }

    Duration latency() {
        return latency;
    }

    void setLatency(Duration latency) {
        this.latency = latency;
    }

    void arrived(String request) {
        synchronized (requests) {
            count++;
            atOnce++;
            mostAtOnce = Math.max(mostAtOnce, atOnce);
            if (requests.size() == REMEMBERED) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
    }

    void answered() {
        synchronized (requests) {
            atOnce--;
        }
    }

    int count() {
        synchronized (requests) {
            return count;
        }
    }

    int mostAtOnce() {
        synchronized (requests) {
            return mostAtOnce;
        }
    }

    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }
}
