package ghtraffic.standin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can change while the stand-in runs: its time, its failure, and what it has been asked. */
final class Situation {

    private static final int REMEMBERED = 1_000;

    private final Deque<String> requests = new ArrayDeque<>();
    private volatile Clock clock = Clock.systemUTC();
    private volatile @Nullable Failure failure;

    Instant now() {
        return clock.instant();
    }

    void setNow(Instant now) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    void fail(Failure failure) {
        this.failure = failure;
    }

    void recover() {
        failure = null;
    }

    Optional<Failure> failureOf(Collection<String> paths) {
        return Optional.ofNullable(failure).filter(current -> paths.stream().anyMatch(current::appliesTo));
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
