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

/** The progress of a {@link CollectionJob}: what is done and what is left. Several threads share it. */
final class JobProgress {

    private final Deque<TrackedRepository> left;
    private final Map<Integer, Integer> tenants = new HashMap<>();
    private final List<Integer> deferred = new ArrayList<>();
    private @Nullable Instant resumesAt;
    private boolean stopped;

    JobProgress(List<TrackedRepository> repositories) {
        this.left = new ArrayDeque<>(repositories);
    }

    /** Returns the next repository to collect; null if there is none or the job was stopped. */
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

    /** Returns the number of repositories of each tenant that are done, successfully or not. */
    synchronized Map<Integer, Integer> tenants() {
        return Map.copyOf(tenants);
    }

    /** Returns the repositories that wait for the end of a rate limit. */
    synchronized List<Integer> deferred() {
        return List.copyOf(deferred);
    }

    /** Returns when the first of these rate limits ends; empty if no repository waits. */
    synchronized Optional<Instant> resumesAt() {
        return Optional.ofNullable(resumesAt);
    }
}
