package ghtraffic.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits how often an address may fail. Each address has its own count for each kind, in the memory of this server.
 * When there are too many addresses, the least recently used ones are forgotten first. Only failures count, except for
 * sign-ins: only the identity provider knows their outcome, so each attempt counts.
 */
@ApplicationScoped
public class AttemptLimiter {

    /** The kinds of attempts that are limited. */
    public enum Kind {
        /**
         * A sign-in takes three requests: to this application, to the provider and back. So the limit is 60 sign-ins a
         * minute.
         */
        SIGN_IN("sign-in", 180),
        SET_UP_CODE("wrong set-up code", 30),
        EVENT_TOKEN("wrong event token", 30),
        BEARER_TOKEN("refused bearer token", 30);

        private final String words;
        private final int perMinute;

        Kind(String words, int perMinute) {
            this.words = words;
            this.perMinute = perMinute;
        }
    }

    private record Key(Kind kind, String network) {}

    static final int MOST_KNOWN = 20_000;

    private final TimeMeter time;

    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** Uses the machine's monotonic time, which does not change when somebody sets the clock. */
    public AttemptLimiter() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    AttemptLimiter(TimeMeter time) {
        this.time = time;
    }

    /** Returns how long the address has to wait, in whole seconds; empty if it may try now. */
    public Optional<Duration> remainingWait(Kind kind, ClientAddress address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.get(new Key(kind, address.network()));
        }
        if (bucket == null) {
            return Optional.empty();
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Counts a failure and writes it to the security log.
     *
     * @param detail further facts for the log; must not hold a secret
     */
    public void failed(Kind kind, ClientAddress address, String detail) {
        SecurityLog.write(kind.words, address.text(), detail);
        count(kind, address);
    }

    /** Counts an attempt. It writes to the security log only if the address has to wait from now on. */
    public void count(Kind kind, ClientAddress address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(new Key(kind, address.network()), who -> bucket(kind));
        }
        bucket.tryConsume(1);
        if (bucket.getAvailableTokens() == 0) {
            SecurityLog.write("rate limited", address.text(), kind.words);
        }
    }

    /** Forgets all failures. */
    public void clear() {
        synchronized (buckets) {
            buckets.clear();
        }
    }

    private Bucket bucket(Kind kind) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(kind.perMinute)
                        .refillGreedy(kind.perMinute, Duration.ofMinutes(1))
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }
}
