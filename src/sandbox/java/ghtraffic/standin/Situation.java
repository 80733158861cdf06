package ghtraffic.standin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can change while the stand-in runs: its time, its failures, and what it has been asked. */
final class Situation {

    private static final int REMEMBERED = 1_000;

    private final Deque<String> requests = new ArrayDeque<>();
    private volatile Clock clock = Clock.systemUTC();
    private volatile List<Failure> failures = List.of();

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

    void record(String request) {
        synchronized (requests) {
            if (requests.size() == REMEMBERED) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
    }

    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }
}
