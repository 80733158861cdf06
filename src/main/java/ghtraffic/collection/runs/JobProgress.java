package ghtraffic.collection.runs;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.fetch.CollectionResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a round has done and has left to do; several threads share it. */
final class JobProgress {

    private final Deque<TrackedRepository> left;
    private final Map<Integer, Integer> tenants = new HashMap<>();
    private final List<Integer> deferred = new ArrayList<>();
    private @Nullable Instant resumesAt;
    private boolean stopped;

    JobProgress(List<TrackedRepository> repositories) {
        this.left = new ArrayDeque<>(repositories);
    }

    /** The next repository; null when there is none, or the round is to stop. */
    synchronized @Nullable TrackedRepository next() {
        return stopped ? null : left.poll();
    }

    synchronized void stop() {
        stopped = true;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    synchronized void count(TrackedRepository repository, List<Integer> ofTenants, CollectionResult visited) {
        if (visited instanceof CollectionResult.Deferred later) {
            deferred.add(repository.id());
            resumesAt = resumesAt == null || later.until().isBefore(resumesAt) ? later.until() : resumesAt;
        } else {
            ofTenants.forEach(tenant -> tenants.merge(tenant, 1, Integer::sum));
        }
    }

    /** How many repositories of each tenant are done. */
    synchronized Map<Integer, Integer> tenants() {
        return Map.copyOf(tenants);
    }

    /** The repositories that a limit keeps. */
    synchronized List<Integer> deferred() {
        return List.copyOf(deferred);
    }

    /** When the first of their limits ends; empty when there are none. */
    synchronized Optional<Instant> resumesAt() {
        return Optional.ofNullable(resumesAt);
    }
}
